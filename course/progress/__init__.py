"""How far a participant is, from the notebooks and the answers beside them. Nothing runs, and nothing is written."""

from course.progress.course import SeenCourse, seen_course, seven
from course.progress.panel import panel_of
from course.progress.standing import PartSeen, Standing, Task, standing_of

__all__ = ["PartSeen", "SeenCourse", "Standing", "Task", "panel_of", "seen_course", "seven", "standing_of"]
