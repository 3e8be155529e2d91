"""The names that platforms and people give, at least sixty of them."""

from __future__ import annotations

from course.collect.people import Person
from tests.collect.downloads.sorting import NAME, Download

BOOK = f"{NAME}.ipynb"
LISTED = (
    Person("avries", "Anna de Vries", "a.vries@example.org"),
    Person("bbakker", "Bakker, Bas"),
    Person("jose", "José Díaz"),
    Person("jj1", "Jan Jansen"),
    Person("jj2", "Jan Jansen"),
    Person("abel", "Ann Abel"),
    Person("bel", "Anna Bel"),
)

DOWNLOADS = (
    Download(
        "Moodle",
        "Met mappen. Wie een naam deelt, krijgt het nummer erbij.",
        {
            f"moodle/Anna de Vries_12345_assignsubmission_file_/{BOOK}": "Anna de Vries",
            f"moodle/Jan Jansen_12_assignsubmission_file_/{BOOK}": "Jan Jansen-12",
            f"moodle/Jan Jansen_13_assignsubmission_file_/{BOOK}": "Jan Jansen-13",
            f"moodle/Anaïs d'Or_7_assignsubmission_file_/mijn map/{BOOK}": "Anaïs d'Or",
            "moodle/王小明_8_assignsubmission_file_/werk.ipynb": "王小明",
            f"moodle/Müller-Lüdenscheidt_9_assignsubmission_file_/{BOOK}": "Müller-Lüdenscheidt",
        },
    ),
    Download(
        "Moodle",
        "Zonder mappen, en met verborgen namen.",
        {
            f"moodle/Bas Bakker_21_assignsubmission_file_{BOOK}": "Bas Bakker",
            f"moodle/Deelnemer 4_22_assignsubmission_file_{BOOK}": "Deelnemer 4",
            f"moodle/Deelnemer_23_assignsubmission_file_{BOOK}": "Deelnemer-23",
            f"moodle/Groep 3_45_assignsubmission_file_/{BOOK}": "Groep 3",
            f"moodle/Standaardgroep_assignsubmission_file_/{BOOK}": "Standaardgroep",
        },
    ),
    Download(
        "Moodle",
        "Een deelnemer geeft een bestand de naam van een ander.",
        {
            "moodle/Bas_1_assignsubmission_file_/Anna_2_assignsubmission_file_/x.ipynb": "Bas",
            f"moodle/Cleo_3_assignsubmission_file_/anna_{BOOK}": "Cleo",
        },
    ),
    Download(
        "Canvas",
        "Op tijd, te laat, een tweede poging, twee van dezelfde naam.",
        {
            f"submissions/devriesanna_4312_98765_{BOOK}": "devriesanna-4312",
            f"submissions/bakkerbas_LATE_301_901_{NAME}-1.ipynb": "bakkerbas-301",
            f"submissions/jansenjan_302_902_{BOOK}": "jansenjan-302",
            f"submissions/jansenjan_303_903_{BOOK}": "jansenjan-303",
            f"submissions/müllerjörg_304_904_werk/{BOOK}": "müllerjörg-304",
            f"submissions/_305_905_{BOOK}": "305-305",
        },
    ),
    Download(
        "Canvas",
        "Met verborgen namen.",
        {
            f"submissions/anon_q7Xp2_98765_{BOOK}": "anon_q7Xp2",
            f"submissions/LATE_anon_q7Xp3_98766_{BOOK}": "anon_q7Xp3",
        },
    ),
    Download(
        "Brightspace",
        "Met mappen en zonder, met de datum in twee talen.",
        {
            f"Opdracht 1 Download 3 mrt. 2026 1345/51-9 - Eva Smit - 2 mrt. 2026 1345/{BOOK}": "Eva Smit-51",
            f"Opdracht 1 Download 3 mrt. 2026 1345/52-9 - Eva Smit - Mar 3, 2026 145 PM - {BOOK}": "Eva Smit-52",
            f"Opdracht 1 Download 3 mrt. 2026 1345/53-9 - 233 Angood - 05 March 2026 612 PM/{BOOK}": "233 Angood-53",
            f"Opdracht 1 Download 3 mrt. 2026 1345/54-9 - Jan - Piet - 2 mrt. 2026 0905/{BOOK}": "Jan - Piet-54",
        },
    ),
    Download(
        "Blackboard",
        "De inlognaam staat achter de titel. Staat er een streepje meer, dan helpt alleen de naam van de opdracht.",
        {
            f"gradebook_OV_Opdracht/Opdracht 1_avries_attempt_2026-03-01-14-12-54_{BOOK}": "avries",
            "gradebook_OV_Opdracht/Opdracht 1_bbakker_attempt_2026-03-02-09-00-00_x_attempt_y.ipynb": "bbakker",
            f"gradebook_OV_Opdracht/{NAME}_cleo_smit_attempt_2026-03-01-14-12-54_{BOOK}": "cleo_smit",
            f"gradebook_OV_Opdracht/Week_1_dsmit_attempt_2026-03-01-14-12-54_{BOOK}": "",
            f"gradebook_OV_Opdracht/Week_1_esmit_attempt_2026-03-01-14-12-54_{BOOK}": "",
        },
    ),
    Download(
        "Teams",
        "De bibliotheek Student Work, met en zonder mappen per versie.",
        {
            f"Submitted files/Submitted files/Anna de Vries/{NAME}/Version 1/{BOOK}": "Anna de Vries",
            f"Submitted files/Submitted files/Bas Bakker/{NAME}/Version 2/{BOOK}": "Bas Bakker",
            f"Submitted files/Submitted files/Cleo Smit/{NAME}/{BOOK}": "Cleo Smit",
            f"OneDrive_1_1-3-2026/Submitted files/Dirk Dam/{NAME}/Version 1/mijn werk.ipynb": "Dirk Dam",
        },
    ),
    Download(
        "ILIAS",
        "Het nummer achteraan houdt mensen uit elkaar.",
        {
            f"Opdracht/Vries_Anna de_avries_301/{BOOK}": "Vries_Anna de_avries-301",
            f"Opdracht/Vries_Anna de_avries2_302/{BOOK}": "Vries_Anna de_avries2-302",
            f"Opdracht/Van_den_Berg_Bas_bberg_303/{BOOK}": "Van_den_Berg_Bas_bberg-303",
        },
    ),
    Download(
        "Google Classroom en Drive",
        "Een kopie voor elke leerling. Twee bestanden van dezelfde naam kunnen van twee mensen zijn.",
        {
            f"drive-download-20260301T120000Z-001/Anna de Vries - {BOOK}": "Anna de Vries",
            f"drive-download-20260301T120000Z-001/Bas-Jan Bakker - {BOOK}": "Bas-Jan Bakker",
            f"drive-download-20260301T120000Z-001/Jan Jansen - {BOOK}": "Jan Jansen",
            f"drive-download-20260301T120000Z-001/Jan Jansen - {NAME}(1).ipynb": "",
            f"drive-download-20260301T120000Z-001/{BOOK}": "",
        },
    ),
    Download(
        "Google Classroom en Drive",
        "De naam van een download is nooit een mens.",
        {f"Opdracht 1-20260301T120000Z-001/{BOOK}": ""},
    ),
    Download(
        "Losse bestanden",
        "De hele naam telt, met streepjes, spaties en accenten.",
        {
            f"van_dijk_{BOOK}": "van_dijk",
            f"van_den_berg_{BOOK}": "van_den_berg",
            f"anna_de_vries_{BOOK}": "anna_de_vries",
            f"anna_bakker_{BOOK}": "anna_bakker",
            f"Anna Bakker_{BOOK}": "Anna Bakker",
            f"José_{BOOK}": "José",
            f"Jose_{BOOK}": "Jose",
            f"cleo_2026-03-01_{BOOK}": "cleo",
            f"dirk_{NAME} (2).ipynb": "dirk",
            f"o'brien_{BOOK}": "o'brien",
            "mijn werk.ipynb": "",
            f"{NAME} (3).ipynb": "",
            f"{NAME}-versie2.ipynb": "",
        },
    ),
    Download(
        "Losse bestanden",
        "Alleen hoofdletters of leestekens verschil: dat kunnen twee mensen zijn.",
        {
            f"klas/anna_{BOOK}": "",
            f"klas/Anna_{BOOK}": "",
            f"klas/bas+kim_{BOOK}": "",
            f"klas/bas kim_{BOOK}": "",
            f"klas/cleo_{BOOK}": "cleo",
        },
    ),
    Download(
        "Mappen en zips van mensen zelf",
        "De mappen die verschillen, zijn de deelnemers.",
        {
            "klas/Anna/werk/x.ipynb": "Anna",
            "klas/Bas/werk/x.ipynb": "Bas",
        },
    ),
    Download(
        "Mappen en zips van mensen zelf",
        "Iedereen zit in dezelfde map, met versies en de naam van de opdracht ertussen.",
        {
            f"klas/klas/Anna/{BOOK}": "Anna",
            f"klas/klas/Bas/{NAME}/{BOOK}": "Bas",
            f"klas/klas/Cleo/Versie 1/{BOOK}": "Cleo",
        },
    ),
    Download(
        "Mappen en zips van mensen zelf",
        "Op twee plaatsen verschil: de groep of de mens?",
        {
            f"klas/groep A/Anna/{BOOK}": "",
            f"klas/groep A/Bas/{BOOK}": "",
            f"klas/groep B/Cleo/{BOOK}": "",
        },
    ),
    Download(
        "Mappen en zips van mensen zelf",
        "Eén zip van één mens.",
        {f"Anna/{NAME}/{BOOK}": "Anna", "Bas/mijn map/x.ipynb": ""},
    ),
    Download(
        "Mappen en zips van mensen zelf",
        "Dezelfde naam in twee zips: een verbetering, of een ander?",
        {
            f"klas 1/Anna/{BOOK}": "",
            f"klas 1/Bas/{BOOK}": "Bas",
            f"klas 2/Anna/{BOOK}": "",
            f"klas 2/Cleo/{BOOK}": "Cleo",
        },
    ),
    Download(
        "Met een klassenlijst",
        "De lijst beslist: id, naam of mailadres, ook achterstevoren en zonder accenten.",
        {
            f"moodle/Anna de Vries_12345_assignsubmission_file_/{BOOK}": "avries",
            f"submissions/bakkerbas_301_901_{BOOK}": "bbakker",
            f"jose diaz_{BOOK}": "jose",
            f"bel_{BOOK}": "bel",
        },
        LISTED,
    ),
    Download(
        "Met een klassenlijst",
        "De inlognaam van ILIAS, en een map tussen andere mappen.",
        {
            f"Opdracht/Vries_Anna de_avries_301/{BOOK}": "avries",
            f"klas/groep A/Bas Bakker/{BOOK}": "bbakker",
            f"klas/groep B/José Díaz/{BOOK}": "jose",
        },
        LISTED,
    ),
    Download(
        "Met een klassenlijst",
        "Wat op twee mensen past, of op niemand, wordt niet geraden.",
        {
            f"moodle/Jan Jansen_12_assignsubmission_file_/{BOOK}": "",
            f"submissions/annabel_305_905_{BOOK}": "",
            f"anna de vriez_{BOOK}": "",
            f"zoë_{BOOK}": "",
        },
        LISTED,
    ),
)
