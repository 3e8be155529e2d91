// Made by `python -m course.authoring.catalogue`.
export default {
  "nl": {
    "The exercises do not begin by themselves: this server has no course installed. Choose Run All Cells in the menu Run.": "De oefeningen beginnen niet vanzelf: op deze server is de cursus niet geïnstalleerd. Kies in het menu Uitvoeren voor Run All Cells."
  },
  "en": {
    "The exercises do not begin by themselves: this server has no course installed. Choose Run All Cells in the menu Run.": "The exercises do not begin by themselves: this server has no course installed. Choose Run All Cells in the menu Run."
  }
};
