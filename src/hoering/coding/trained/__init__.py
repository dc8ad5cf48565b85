"""The trained coder: a linear model of words, and a second one that weighs it with patterns and surroundings."""
