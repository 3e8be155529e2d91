// Made by `python -m course.authoring.catalogue`.
export default {
  "nl": {
    "Your answers are not kept here": "Je antwoorden blijven hier niet bewaard",
    "This browser keeps nothing for this page: in a private window, for example. Open the course in an ordinary window. If you stay here, choose Take along before you close the page.": "Deze browser bewaart niets voor deze pagina, bijvoorbeeld omdat je een privévenster gebruikt. Open de cursus in een gewoon venster. Blijf je hier, kies dan Meenemen voordat je de pagina sluit.",
    "I understand": "Ik begrijp het",
    "The exercises do not begin by themselves: this server has no course installed. Choose Run All Cells in the menu Run.": "De oefeningen beginnen niet vanzelf: op deze server is de cursus niet geïnstalleerd. Kies in het menu Uitvoeren voor Run All Cells.",
    "That did not work. Wait until the exercises have begun, and try again.": "Dat lukte niet. Wacht tot de oefeningen begonnen zijn en probeer het opnieuw.",
    "Take along": "Meenemen",
    "Download this notebook and your answers as one file": "Download dit notebook met je antwoorden als één bestand",
    "Put back": "Terugzetten",
    "Put back answers from a file that you took along": "Zet antwoorden terug uit een bestand dat je hebt meegenomen",
    "Put back. Where you had a newer answer here, that one stays.": "Je antwoorden staan er weer in. Had je hier een nieuwer antwoord, dan blijft dat staan.",
    "This file holds no answers for this notebook.": "In dit bestand staan geen antwoorden voor dit notebook.",
    "Your answers are not kept here: take them along before you close this page.": "Je antwoorden blijven hier niet bewaard. Kies Meenemen voordat je deze pagina sluit."
  },
  "en": {
    "Your answers are not kept here": "Your answers are not kept here",
    "This browser keeps nothing for this page: in a private window, for example. Open the course in an ordinary window. If you stay here, choose Take along before you close the page.": "This browser keeps nothing for this page: in a private window, for example. Open the course in an ordinary window. If you stay here, choose Take along before you close the page.",
    "I understand": "I understand",
    "The exercises do not begin by themselves: this server has no course installed. Choose Run All Cells in the menu Run.": "The exercises do not begin by themselves: this server has no course installed. Choose Run All Cells in the menu Run.",
    "That did not work. Wait until the exercises have begun, and try again.": "That did not work. Wait until the exercises have begun, and try again.",
    "Take along": "Take along",
    "Download this notebook and your answers as one file": "Download this notebook and your answers as one file",
    "Put back": "Put back",
    "Put back answers from a file that you took along": "Put back answers from a file that you took along",
    "Put back. Where you had a newer answer here, that one stays.": "Put back. Where you had a newer answer here, that one stays.",
    "This file holds no answers for this notebook.": "This file holds no answers for this notebook.",
    "Your answers are not kept here: take them along before you close this page.": "Your answers are not kept here: take them along before you close this page."
  }
};
