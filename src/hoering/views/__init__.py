"""Tables and figures to look at in a notebook: finished tables in, Danish headings out.

Every function takes tables of a run (``result.table("codings")``) and gives a new frame or a figure;
`show` prints a frame so that long quotations can be read. Use them as ``from hoering import views``.
"""

from hoering.views.agreement import agreement_table as agreement_table
from hoering.views.agreement import coding_sheet as coding_sheet
from hoering.views.agreement import filled_by as filled_by
from hoering.views.coders import coder_table as coder_table
from hoering.views.coders import compare_coders as compare_coders
from hoering.views.coders import score_figure as score_figure
from hoering.views.codes import by_theme as by_theme
from hoering.views.codes import codebook_table as codebook_table
from hoering.views.codes import coding_table as coding_table
from hoering.views.codes import sentences as sentences
from hoering.views.codes import stances_by as stances_by
from hoering.views.codes import theme_table as theme_table
from hoering.views.concerns import concern_table as concern_table
from hoering.views.concerns import who_wants_what_from_whom as who_wants_what_from_whom
from hoering.views.decisions import decided_table as decided_table
from hoering.views.decisions import open_questions as open_questions
from hoering.views.decisions import with_decisions as with_decisions
from hoering.views.groups import duplicate_table as duplicate_table
from hoering.views.groups import endorsement_table as endorsement_table
from hoering.views.groups import group_members as group_members
from hoering.views.groups import group_table as group_table
from hoering.views.ledger import ledger as ledger
from hoering.views.papers import Preview as Preview
from hoering.views.papers import preview as preview
from hoering.views.papers import themes_of as themes_of
from hoering.views.patterns import pattern_table as pattern_table
from hoering.views.patterns import word_table as word_table
from hoering.views.positions import position_table as position_table
from hoering.views.questions import by_question as by_question
from hoering.views.received import problem_table as problem_table
from hoering.views.received import source_register as source_register
from hoering.views.received import statuses as statuses
from hoering.views.removals import before_and_after as before_and_after
from hoering.views.removals import removals_by_document as removals_by_document
from hoering.views.removals import removals_by_reason as removals_by_reason
from hoering.views.removals import removals_figure as removals_figure
from hoering.views.stakeholders import compare_groups as compare_groups
from hoering.views.stakeholders import difference_figure as difference_figure
from hoering.views.stakeholders import sender_figure as sender_figure
from hoering.views.stakeholders import sender_types as sender_types
from hoering.views.stakeholders import who_wants_what as who_wants_what
from hoering.views.table import show as show
from hoering.views.topic_figures import TopicFigure as TopicFigure
from hoering.views.topic_figures import topic_code_figure as topic_code_figure
from hoering.views.topic_figures import topic_figures as topic_figures
from hoering.views.topic_figures import topic_heat as topic_heat
from hoering.views.topic_map import map_figure as map_figure
from hoering.views.topic_map import topic_map as topic_map
from hoering.views.topic_map import tree_figure as tree_figure
from hoering.views.topics import model_table as model_table
from hoering.views.topics import topic_codes as topic_codes
from hoering.views.topics import topic_keyness as topic_keyness
from hoering.views.topics import topic_passages as topic_passages
from hoering.views.topics import topic_table as topic_table
from hoering.views.topics import topics_by_kind as topics_by_kind
from hoering.views.topics import topics_by_sender as topics_by_sender
from hoering.views.topics import topics_over_time as topics_over_time
