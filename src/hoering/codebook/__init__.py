"""The codebook: what is coded, how each code is explained to people, and which patterns suggest it.

A codebook is one YAML file (see ``codebooks/beskaeftigelse.yaml``), which may build on another. Another domain is
another file. `hoering.codebook.checking` finds what is doubtful in one, `hoering.codebook.explaining` says what it
makes of a sentence, and `hoering.codebook.examples` tries it on its own examples.
"""

from hoering.codebook.loading import DEFAULT as DEFAULT
from hoering.codebook.loading import load as load
from hoering.codebook.loading import shipped as shipped
from hoering.codebook.model import ActorCode as ActorCode
from hoering.codebook.model import Code as Code
from hoering.codebook.model import Codebook as Codebook
from hoering.codebook.model import Heading as Heading
from hoering.codebook.model import Matter as Matter
from hoering.codebook.model import Track as Track
from hoering.codebook.stamps import require_own as require_own
from hoering.codebook.tree import Branch as Branch

__all__ = [
    "DEFAULT",
    "ActorCode",
    "Branch",
    "Code",
    "Codebook",
    "Heading",
    "Matter",
    "Track",
    "load",
    "require_own",
    "shipped",
]
