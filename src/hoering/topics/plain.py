"""Words too plain to name a topic, though they are no stop words: "gå", "gang", "god", "nævne"."""

from __future__ import annotations

# Base forms. Chosen by reading the key words of consultations, interviews and council agendas: what stands in texts on
# any subject. They stay in the vectors of passages; only key words and labels go without them.
_WORDS = """
bedre bedst begynde betyde blive bo bruge bære dag del dele dreje eksempel en ende fin finde fint finte folk foregå
foreslå forfra form forskel forstå fortsætte fortælle fremgå fuld fylde føle følge føre få gammel gang ganske gavn
give glad god godt godte grund gælde gøre gå halv halvt have hed hedde hel henvise holde huske høre igen indeholde
indgå kalde kende klar komme kunne køre lade lang lav lave leve ligge lille lægge mand mangle mene mening menneske
mulig mulighed måde måned nemlig ny næste nævne nævnt ordentlig passe prøve punkt rette rigelig rigtig se sidde side
sidste sige situation skabe ske skyld slags slå snakke spørge spørgsmål stadig sted stille stoppe stor stå svare svær
syne synes syns sætte tag tage tale tid ting tro trænge tænke tå udgøre uge umulig vej venlig vid vide vidt vigtig
vise være ønske øvrig åbne år
"""

PLAIN = frozenset(_WORDS.split())
