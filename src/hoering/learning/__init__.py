"""Learning from people: their decisions on codings shift what a coder suggests, where that is shown to help."""
