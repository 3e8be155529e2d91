"""The kinds of exercise, one folder each; this list is the only place that names them all.

A folder holds the exercise (``exercise.py``), how an author writes it (``block.py``), its view (``view.js``,
``view.css``), how the report counts it (``tally.py``), plausible answers to it (``sample.py``), answers
by looks alone (``guess.py``, where there is a key) and an example (``example.md``).
"""

from course.exercise import Exercise
from course.kinds.choose.exercise import Choose
from course.kinds.dilemma.exercise import Dilemma
from course.kinds.experiment.exercise import Experiment
from course.kinds.flashcards.exercise import Flashcards
from course.kinds.inquiry.exercise import Inquiry
from course.kinds.journey.exercise import Journey
from course.kinds.lookback.exercise import Lookback
from course.kinds.mark.exercise import Mark
from course.kinds.match.exercise import Match
from course.kinds.mixed.exercise import Mixed
from course.kinds.order.exercise import Order
from course.kinds.owncase.exercise import OwnCase
from course.kinds.plan.exercise import Plan
from course.kinds.prediction.exercise import Prediction
from course.kinds.reflect.exercise import Reflect
from course.kinds.rewrite.exercise import Rewrite
from course.kinds.scene.exercise import Scene
from course.kinds.sort.exercise import Sort

KINDS: tuple[type[Exercise], ...] = (
    Choose,
    Dilemma,
    Experiment,
    Flashcards,
    Inquiry,
    Journey,
    Lookback,
    Mark,
    Match,
    Mixed,
    Order,
    OwnCase,
    Plan,
    Prediction,
    Reflect,
    Rewrite,
    Scene,
    Sort,
)

__all__ = [kind.__name__ for kind in KINDS]
