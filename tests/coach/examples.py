"""Sentences the coach should understand; some are there to fool a word counter."""

# The verdicts of the criteria that judge.
SEEN = {
    "personal": [
        "Je hebt een drukke week achter de rug. Neem vanavond tien minuten voor jezelf.",
        "Uw kind begint maandag in groep 3. Leg samen de gymtas klaar.",
        "Schud de fles goed. Neem daarna twee keer per dag een lepel.",
        "Ik heb jouw vraag uitgezocht en het antwoord voor je opgeschreven.",
        "Hebt ge vragen over uw rekening? Dan vindt ge hier het antwoord.",
        "Wat wil jij als eerste leren? Kies de les die bij jou past.",
        "Lekkere trek? Snij een appel in partjes en strooi er kaneel over.",
        "Wij horen graag wat jij van je behandeling vond. Jouw tips nemen wij mee.",
        "Ik kom morgen om tien uur bij u langs. Dan kijken we samen naar uw medicijnen.",
    ],
    "readable": [
        "Je pakt je koffer. Je belt een taxi. Je bent op tijd.",
        (
            "Neem mee: een paspoort, twee pasfoto’s, je oude rijbewijs, een pen, wat kleingeld en een "
            "bewijs van je adres."
        ),
        "kben der zo, zet jij vast koffie? dan neem ik de taart mee",
        "U mag na de operatie weer gewoon douchen. Dep de wond daarna droog.",
        (
            "Gisteren belde je over de factuur van maart. Je hebt gelijk, er stond een fout in. Ik heb hem "
            "aangepast en je krijgt vandaag een nieuwe."
        ),
        (
            "Pak een kom, doe er bloem, suiker, boter, een ei en een snuf zout in, kneed het deeg en laat "
            "het een uur rusten."
        ),
    ],
}
NOT_YET = {
    "personal": [
        "Wij zijn verhuisd. Ons nieuwe kantoor ligt aan het water en wij zijn er blij mee.",
        "Onze missie is helder. Wij gaan voor kwaliteit.",
        "Je ziet hier ons nieuwe logo. Je leest over onze groei. Wij zijn trots.",
        "De gemeente stelt een terrein beschikbaar voor bewoners.",
        (
            "Sinds 1980 bakken wij brood. Onze oven is van steen en onze bakkers staan om drie uur op. Kom "
            "eens proeven bij ons."
        ),
        "Het bestuur heeft besloten de contributie te verhogen. Leden ontvangen hierover bericht.",
        (
            "U kent ons van de televisie. U ziet onze busjes overal. Wij groeien hard en onze teller staat op "
            "40 vestigingen."
        ),
    ],
    "readable": [
        (
            "Ten behoeve van de afhandeling dient u het bijgevoegde formulier, voorzien van uw handtekening, "
            "per omgaande te retourneren."
        ),
        "Onze end-to-end propositie faciliteert stakeholders bij de transitie naar een agile operating model.",
        (
            "Omdat wij, zoals u in onze vorige brief hebt kunnen lezen, de planning die wij met de aannemer "
            "hadden gemaakt door het slechte weer niet konden halen, schuift de oplevering van uw woning, als "
            "alles meezit, op naar mei."
        ),
        (
            "Door de inwerkingtreding van de nieuwe verordening is het niet langer toegestaan bedrijfsafval "
            "aan te bieden op de wijze waarop dat tot dusverre gebruikelijk was, tenzij voorafgaand ontheffing "
            "is verleend."
        ),
        (
            "We leveragen jullie data om via een omnichannel approach de customer lifetime value te boosten en "
            "de churn te minimaliseren."
        ),
    ],
}

# For the criteria that ask: the text, and the sentence that is marked first.
LOOK = {
    "gives_first": [
        (
            "Meld je aan voor onze nieuwsbrief en ontvang tips.",
            "Meld je aan voor onze nieuwsbrief en ontvang tips.",
        ),
        (
            "Hoi Sam,\n\nWil je onze enquête invullen? Het duurt vijf minuten.",
            "Wil je onze enquête invullen?",
        ),
        ("Wij zijn jarig. Doneer nu en help ons de winter door.", "Doneer nu en help ons de winter door."),
        (
            "Gelieve het formulier ingevuld terug te sturen.",
            "Gelieve het formulier ingevuld terug te sturen.",
        ),
        ("Het is zover. Hou onze pagina in de gaten.", "Hou onze pagina in de gaten."),
        ("Hallo. In de bijlage zit de plattegrond. Wilt u ons steunen?", "In de bijlage zit de plattegrond."),
        ("Droge ogen? Leg uw telefoon om het uur even weg.", "Leg uw telefoon om het uur even weg."),
        (
            "Fijn. Er ligt een paraplu voor je klaar bij de deur.",
            "Er ligt een paraplu voor je klaar bij de deur.",
        ),
    ],
    "no_strings": [
        ("Dag. Een gratis tas bij aankoop van twee boeken.", "Een gratis tas bij aankoop van twee boeken."),
        (
            "Download ons gratis e-book. Je hoeft alleen je e-mailadres in te vullen.",
            "Download ons gratis e-book.",
        ),
        ("Volg ons en krijg een cadeautje.", "Volg ons en krijg een cadeautje."),
        ("Je krijgt een cadeau zodra je lid wordt.", "Je krijgt een cadeau zodra je lid wordt."),
        (
            "Eerst je gegevens invullen, dan sturen we de gratis gids.",
            "Eerst je gegevens invullen, dan sturen we de gratis gids.",
        ),
        ("Het boek is gratis. Je betaalt alleen de verzendkosten.", "Het boek is gratis."),
        (
            "Wie vijf vrienden uitnodigt, krijgt gratis toegang.",
            "Wie vijf vrienden uitnodigt, krijgt gratis toegang.",
        ),
    ],
    "no_pressure": [
        ("Fijn dat je er bent. Nog maar 2 kamers vrij! Bestel nu.", "Nog maar 2 kamers vrij!"),
        (
            "Het minste wat je kunt doen is een review schrijven.",
            "Het minste wat je kunt doen is een review schrijven.",
        ),
        ("Dag. Mis het niet.", "Mis het niet."),
        ("De klok tikt. Beslis vandaag nog.", "De klok tikt."),
        ("Nee, ik betaal liever te veel.", "Nee, ik betaal liever te veel."),
        ("Iedereen in je straat doet mee, behalve jij.", "Iedereen in je straat doet mee, behalve jij."),
        ("U laat ons toch niet in de steek?", "U laat ons toch niet in de steek?"),
        (
            "Wij zijn een winkel in Goes. De prijs stijgt om middernacht!",
            "De prijs stijgt om middernacht!",
        ),
    ],
    "concrete": [
        ("Welkom. Er wacht iets moois op je.", "Er wacht iets moois op je."),
        ("Je krijgt van ons waardevolle tips.", "Je krijgt van ons waardevolle tips."),
        ("Je krijgt gratis hulp en advies van ons team.", "Je krijgt gratis hulp en advies van ons team."),
        (
            "Dag. Hieronder vind je drie oefeningen voor je rug.",
            "Hieronder vind je drie oefeningen voor je rug.",
        ),
    ],
}
SILENT = {
    "gives_first": [
        "Wij zijn trots op onze nieuwe winkel. Ons team staat te trappelen.",
        "Je krijgt geen korting meer.",
        "Wij bestaan 25 jaar en dat vieren wij met een groot feest.",
    ],
    "no_strings": [
        "Je vindt het gratis stappenplan hieronder. Je hoeft geen formulier in te vullen.",
        "De checklist is gratis, zonder account, abonnement of e-mailadres.",
        "De workshop kost 45 euro. Schrijf je in via de site.",
        "Wij vragen geen e-mailadres voor deze gratis gids.",
        (
            "Gratis advies staat op deze pagina. Wil je meer tips? Dan mag je je inschrijven voor de "
            "nieuwsbrief."
        ),
        "Bestel voor vrijdag, dan bezorgen we zaterdag.",
        "Vul je postcode in en je ziet meteen hoe laat het afval wordt opgehaald.",
        "Je krijgt dit boekje cadeau. Er zit niets aan vast en je hoeft nergens lid van te worden.",
        "In deze gratis gids lees je hoe je een abonnement opzegt.",
        "Registreren is niet nodig voor de gratis oefeningen.",
        "Onze proefles kost 10 euro. Die krijg je terug als je lid wordt.",
        "Lees hieronder gratis verder. We zetten geen cookies en sturen je geen mail.",
        "De inloopochtend is gratis. Aanmelden is niet nodig, kom gewoon langs.",
    ],
    "no_pressure": [
        "Geen haast, er is geen deadline.",
        "Neem rustig de tijd. Je hoeft je nergens schuldig over te voelen.",
        "De actie loopt tot en met 30 juni.",
        "Er zijn twaalf plaatsen in de zaal.",
        "Bel meteen 112 als iemand niet meer ademt. Wacht niet.",
        "Schrap zinnen als ‘Nog maar drie plekken’ uit je mail.",
        "U hoeft niet vandaag nog te beslissen.",
        "Dien je aangifte voor 1 mei in, dan krijg je geen boete.",
        "Was ik maar eerder gestopt, denk je misschien. Dat hoort erbij.",
        "Het eten in de vriezer is nog drie maanden goed.",
        'Vermijd woorden als "laatste kans" en "op is op". Ze jagen je lezer op.',
        "Neem nog een laatste slok water voor middernacht.",
        "Het is normaal dat u zich schuldig voelt. Praat erover met iemand die u vertrouwt.",
        "Op dinsdag is de laatste les van het seizoen.",
        "Bent u teleurgesteld over de uitslag? Bel gerust, dan praten we erover.",
        "Wees snel bij kinderen met koorts en een stijve nek: bel direct de huisarts.",
        "U krijgt nog maar een keer per dag een pil.",
        "Je vrienden hebben vast ook weleens een slechte dag.",
        "Er zijn zaterdag nog twee bezorgtijden vrij: 12 uur en 17 uur.",
    ],
    "concrete": [
        "Wij geloven in de kracht van samen.",
        "Onze cursus EHBO kost 60 euro. Je leert in drie avonden reanimeren.",
    ],
}
