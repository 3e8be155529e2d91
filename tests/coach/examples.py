"""Sentences the coach should understand, per criterion; some are there to fool a word counter."""

MET = {
    "gives_first": [
        "Krassen op je houten vloer? Wrijf er een walnoot over en wacht vijf minuten.",
        "Bewaar je tomaten buiten de koelkast, dan houden ze hun smaak.",
        "In de bijlage zit de plattegrond van het ziekenhuis. Wilt u ons na afloop uw mening geven?",
        "Hieronder vind je drie oefeningen voor je rug. Schrijf je daarna gerust in voor de nieuwsbrief.",
        "Bel 112 bij pijn op de borst. Blijf bij het slachtoffer tot er hulp is.",
        "Ik heb de formulieren alvast voor u ingevuld. U hoeft alleen nog uw handtekening te zetten.",
        "Er ligt een paraplu voor je klaar bij de deur. Je mag hem houden.",
        "Hoe gaat het vandaag met u? Ik blijf even bij u zitten, dan kunt u rustig vertellen.",
        "U kunt elke dinsdag binnenlopen bij het spreekuur in het buurthuis. Een afspraak is niet nodig.",
        "Hebt u last van droge ogen? Knipper vaker en leg uw telefoon om het uur even weg.",
        "Op onze site staat een rekenhulp voor je pensioen. Iedereen kan hem gebruiken.",
        "Zet uw handtekening nog niet. Lees eerst artikel 4, daar staat dat u dertig dagen bedenktijd hebt.",
        "Koop niet meteen een nieuwe fiets. Vaak is alleen de ketting uitgerekt.",
        "Beste Fatma, morgen brengen wij u een warme maaltijd. Zet alvast een bord klaar.",
        (
            "Wist je dat je oude brillen kunt inleveren bij de opticien? Zo krijgt iemand anders weer goed "
            "zicht."
        ),
        "Meld je bij de huisarts als de koorts langer dan drie dagen duurt.",
        "Neem gerust een appel uit de mand bij de ingang.",
        "Steun je elleboog op tafel en laat je pols hangen. Zo ontspant je schouder.",
        "Maak je geen zorgen. Los de tablet op in water en drink het glas langzaam leeg.",
        "Koop een nieuw filter bij de bouwmarkt, dan draait je afzuigkap weer stil.",
        "Teken een lijn midden op het blad. Schrijf links wat energie kost en rechts wat energie geeft.",
        "Vraag op tijd huurtoeslag aan. Dat scheelt veel huurders honderd euro per maand.",
        "Nodig je buren eens uit voor koffie, dan praat je makkelijker over de heg.",
        "Bel ons als uw kind suf wordt. Geef het elk uur een slok water.",
        "Kom nuchter naar het ziekenhuis. Drink alleen water, dan kan de arts goed kijken.",
        "Hebt ge kou in huis? Leg een tochtrol voor de deur en zet de kachel een graad lager.",
        (
            "Je band is lek en je hebt geen plakset? In de kelder van de bieb hangt een fietspomp met "
            "gereedschap, dag en nacht te gebruiken."
        ),
        "Fijn dat u weer thuis bent. De wijkzuster komt vanavond om zeven uur bij u langs.",
        "Dit is het recept van de appeltaart die je zo lekker vond: 200 gram boter, 4 appels, 2 eieren.",
        "Lukt het niet om de pillen door te slikken? Met een lepel vla gaat het makkelijker.",
        "De eerste week na de bevalling bent u vaak moe. Dat is normaal. Laat het bezoek voor zich zorgen.",
        "Even een truc voor je tomaten: haal de zijscheuten weg, dan worden de vruchten groter.",
        "Ik heb je fiets gerepareerd, hij staat in de schuur. Geld hoef ik er niet voor.",
        (
            "Drie vragen die je altijd mag stellen aan je arts: wat zijn mijn mogelijkheden, wat zijn de "
            "voordelen en nadelen, en wat betekent dat voor mij?"
        ),
        "Op de kaart hiernaast staan alle watertappunten in de binnenstad.",
        (
            "We hebben de hele zaterdag thee en een luisterend oor in het buurthuis. Schuif aan wanneer je "
            "wilt."
        ),
        "Het priklokaal is verplaatst naar kamer 14. Er wordt geprikt zonder afspraak tussen 8 en 11 uur.",
        "Uw medicijnen zijn klaar. U kunt ze dag en nacht uit de afhaalkluis halen met deze code.",
    ],
    "no_strings": [
        "Je vindt het gratis stappenplan hieronder. Je hoeft geen formulier in te vullen.",
        "De checklist is gratis, zonder account, abonnement of e-mailadres.",
        "De workshop kost 45 euro. Schrijf je in via de site.",
        "Wij vragen geen e-mailadres voor deze gratis gids.",
        "De koffie is gratis. Loop gerust binnen tussen 9 en 17 uur.",
        (
            "Gratis advies staat op deze pagina. Wil je meer tips? Dan mag je je inschrijven voor de "
            "nieuwsbrief."
        ),
        "Bestel voor vrijdag, dan bezorgen we zaterdag.",
        "Vul je postcode in en je ziet meteen hoe laat het afval wordt opgehaald.",
        "Je krijgt dit boekje cadeau. Er zit niets aan vast en je hoeft nergens lid van te worden.",
        "In deze gratis gids lees je hoe je een abonnement opzegt.",
        "Je mag de gratis poster vrij delen met je collega's.",
        "Deze cursus kun je gratis volgen in de bibliotheek.",
        "Neem een gratis stekje mee uit de kast bij de poort.",
        "Registreren is niet nodig voor de gratis oefeningen.",
        "De rondleiding is gratis, een review hoeft echt niet.",
        "Onze proefles kost 10 euro. Die krijg je terug als je lid wordt.",
        "Lees hieronder gratis verder. We zetten geen cookies en sturen je geen mail.",
        "Neem gratis een zakje bloemzaad mee aan de balie, open van 9 tot 17 uur.",
        "De inloopochtend is gratis. Aanmelden is niet nodig, kom gewoon langs.",
    ],
    "concrete": [
        "In deze folder staan tien recepten voor wie moeilijk slikt, zodat u toch lekker eet.",
        "Leg een natte handdoek over de verwarming. De lucht wordt dan minder droog.",
        "Je krijgt een kaart met alle openbare toiletten in de stad, handig als je vaak moet.",
        "Onze cursus EHBO kost 60 euro. Je leert in drie avonden reanimeren.",
        "Hier is het nummer van de nachtzuster. U kunt bellen als u niet kunt slapen.",
        "Met dit sjabloon schrijf je in tien minuten een duidelijke klachtenbrief.",
        "Trage laptop? Verwijder eerst de programma’s die vanzelf opstarten.",
        "Voor 12 euro eet je bij ons een driegangenmenu, ideaal na een concert.",
        "Uw kluisje heeft nummer 14. Daar kunt u uw jas en tas veilig kwijt.",
        "Je mag mijn boormachine lenen als je dat plankje wilt ophangen.",
    ],
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
    "no_pressure": [
        "Geen haast, er is geen deadline.",
        "Neem rustig de tijd. Je hoeft je nergens schuldig over te voelen.",
        "De actie loopt tot en met 30 juni.",
        "Er zijn twaalf plaatsen in de zaal.",
        "Bel meteen 112 als iemand niet meer ademt. Wacht niet.",
        "Schrap zinnen als ‘Nog maar drie plekken’ uit je mail.",
        "Bezwaar maken kan tot uiterlijk 1 mei.",
        "U hoeft niet vandaag nog te beslissen.",
        "Laat het deeg rusten, anders blijft het plakken.",
        "Dien je aangifte voor 1 mei in, dan krijg je geen boete.",
        "In je eigen tempo, ook als het vandaag niet lukt.",
        "Was ik maar eerder gestopt, denk je misschien. Dat hoort erbij.",
        "Het eten in de vriezer is nog drie maanden goed.",
        'Vermijd woorden als "laatste kans" en "op is op". Ze jagen je lezer op.',
        "Neem nog een laatste slok water voor middernacht.",
        "Het is normaal dat u zich schuldig voelt. Praat erover met iemand die u vertrouwt.",
        "Bestel voor 22 uur, dan ligt het morgen in de bus.",
        "Op dinsdag is de laatste les van het seizoen.",
        "Bent u teleurgesteld over de uitslag? Bel gerust, dan praten we erover.",
        "Er zijn nog plaatsen vrij. Kom gerust kijken.",
        "Wees snel bij kinderen met koorts en een stijve nek: bel direct de huisarts.",
        "U krijgt nog maar een keer per dag een pil.",
        "Je vrienden hebben vast ook weleens een slechte dag.",
        "De bus gaat om 8 uur, wees op tijd.",
        "Is de melk bijna op? Vries hem dan in porties in.",
        "Zaterdag was je er niet. Geeft niks, de spullen liggen in de kast op de gang.",
        "Er zijn zaterdag nog twee bezorgtijden vrij: 12 uur en 17 uur.",
        "Anders dan vorig jaar hoeft u zelf niets te betalen.",
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

UNMET = {
    "gives_first": [
        "Meld je aan voor onze nieuwsbrief en ontvang tips.",
        "Laat je e-mailadres achter. Dan sturen wij je de gids.",
        "Vul uw gegevens in en wij bellen u terug.",
        "Doneer nu en help ons de winter door.",
        "Wil je onze enquête invullen? Het duurt vijf minuten.",
        "Bij besteding vanaf 50 euro krijg je een gratis tas.",
        "In ruil voor een review krijg je een gratis koffie.",
        "Wij zijn trots op onze nieuwe winkel. Ons team staat te trappelen.",
        "Wij bestaan 25 jaar en dat vieren wij met een groot feest.",
        "Koop drie shirts en betaal er twee.",
        "Gelieve het formulier ingevuld terug te sturen.",
        "Voor 29 euro per maand krijg je toegang tot al onze lessen.",
        "Je krijgt geen korting meer.",
        "Stuur ons een foto van je tuin.",
        "",
        "🎉🎉🎉",
        "Klik hier voor een gratis verrassing.",
        "We rekenen op je komst. Laat het ons snel weten.",
        "U ontvangt een rekening van 90 euro. Betaal binnen 14 dagen.",
        "Help jij ons aan 500 handtekeningen? Teken de petitie.",
        "Voor maar 4 euro per maand help je een kind naar school. Word vandaag nog donateur.",
        "Onze nieuwe app is er! Download hem nu en laat een review achter.",
        "Vul het contactformulier in. Daarna ontvang je de gratis checklist voor je verhuizing.",
        "Wie deze maand lid wordt, krijgt een gratis rugzak.",
        "Ons ziekenhuis behoort tot de top van Europa. Onze specialisten zijn de besten in hun vak.",
        "Schenk een geschenk, want schenken is geluk. Bestel het bij ons.",
        "Mogen wij u iets vragen? We zijn benieuwd naar uw ervaring. Het kost u drie minuten.",
        "Er staat nog een bedrag open. Maak 80 euro over voor 1 maart.",
        "Abonneer je nu en krijg de eerste maand gratis.",
    ],
    "no_strings": [
        "Download ons gratis e-book. Je hoeft alleen je e-mailadres in te vullen.",
        "Een gratis tas bij aankoop van twee boeken.",
        "Grattis gids! Laat je mailadres achter.",
        "Krijg een gratis proefmaand. Je creditcard heb je wel nodig.",
        "Volg ons en krijg een cadeautje.",
        "In ruil voor een recensie krijg je de crème gratis.",
        "De webinar is gratis na aanmelding.",
        "Alleen vandaag gratis: ons stappenplan.",
        "Als je je inschrijft, krijg je een gratis gids.",
        "Je krijgt een cadeau zodra je lid wordt.",
        "Het boek is gratis. Je betaalt alleen de verzendkosten.",
        "Vraag de gratis brochure aan via het formulier.",
        "We vragen geen geld, alleen je telefoonnummer, en dan is het advies gratis.",
        "Wie vijf vrienden uitnodigt, krijgt gratis toegang.",
        "Krijg het boekje thuisgestuurd, gratis, als je eerst een gesprek met een adviseur inplant.",
        "Gratis voor leden: wordt nu lid voor 12 euro.",
        "Ons cadeau voor jou: 25 euro tegoed bij je eerste bestelling.",
        "De scan is gratis. Daarna bespreken we in een salesgesprek welke dienst je bij ons afneemt.",
        "Je ontvangt de handleiding gratis nadat je ons een recensie hebt gegeven.",
        "Eerst even je gegevens invullen, dan sturen we de gratis gids.",
        "Tag twee vrienden en maak kans op gratis kaartjes.",
    ],
    "concrete": [
        "Wij bieden kwaliteit en service.",
        "Er wacht iets moois op je.",
        "Ontvang nu jouw exclusieve voordeel.",
        "Ons team staat voor u klaar.",
        "Geef vandaag. Wij hebben je steun hard nodig.",
        "Wij geloven in de kracht van samen.",
        "Je krijgt van ons waardevolle tips.",
        "Onze experts ontzorgen u van A tot Z.",
        "Krijg grip op je leven met onze unieke methode.",
        "Wij verrassen je graag met iets bijzonders.",
        "Wat fijn dat je er bent. Wij gaan voor een glimlach.",
        "Je krijgt gratis hulp en advies van ons team.",
        "Jij verdient het beste. Daarom staan onze tips voor je klaar, handig voor iedereen.",
    ],
    "personal": [
        "Wij zijn verhuisd. Ons nieuwe kantoor ligt aan het water en wij zijn er blij mee.",
        "Onze missie is helder. Wij gaan voor kwaliteit.",
        "Je ziet hier ons nieuwe logo. Je leest over onze groei. Wij zijn trots.",
        "De gemeente stelt een terrein beschikbaar voor bewoners.",
        "",
        (
            "Sinds 1980 bakken wij brood. Onze oven is van steen en onze bakkers staan om drie uur op. Kom "
            "eens proeven bij ons."
        ),
        "Het bestuur heeft besloten de contributie te verhogen. Leden ontvangen hierover bericht.",
        (
            "U kent ons van de televisie. U ziet onze busjes overal. Wij groeien hard en onze teller staat "
            "op 40 vestigingen."
        ),
    ],
    "no_pressure": [
        "Laatste kans, bestel nu.",
        "Nog maar 2 stuks op voorraad.",
        "Na alles wat we voor je deden, laat je ons zo zitten.",
        "Het minste wat je kunt doen is een review schrijven.",
        "We rekenen op je.",
        "Zonder jouw gift moeten we de deuren sluiten.",
        "Op=op, dus wees er snel bij.",
        "Mis het niet.",
        "Je wilt toch niet de enige zijn die achterblijft?",
        "Beslis vandaag nog, morgen is het weg.",
        "Al je collega’s hebben al betaald, alleen jij nog niet.",
        "U laat ons toch niet in de steek?",
        "Anders moeten we helaas stoppen.",
        "Nee, ik betaal liever te veel.",
        "Schaam je je niet?",
        "Een goede moeder zou dit niet laten liggen.",
        "De klok tikt.",
        "Straks grijp je mis.",
        "Elke dag dat je wacht, kost je geld.",
        "Waar wacht je nog op?",
        "Je buren hebben al gegeven. Wat zeg je straks als ze ernaar vragen?",
        "Wij offeren onze weekenden op en jij kunt niet eens een like geven?",
        "Als jij niets doet, gaat deze pup vannacht dood.",
        "Over een uur verdubbelt de prijs.",
        "Morgen betaal je de volle prijs, dus treuzel niet.",
        "Ben jij er eentje die altijd afhaakt?",
        "Iedereen in je straat doet mee, behalve jij.",
        "Wij hadden op je gerekend.",
        "Er kijken nu 14 mensen naar deze kamer.",
        "Wil je dat je kind straks achterloopt op de rest?",
        "Wat jammer dat onze inspanningen zo weinig waardering krijgen.",
        "De prijs stijgt om middernacht!",
        "Straks ben je te laat en dat wil je niet.",
        "Zaterdag was je er niet. Petra heeft toen maar alleen de bar gedraaid.",
        "Wij noemen geen namen, maar wij onthouden wel wie er was.",
        "Iedereen kreeg een kaartje. Van jou hadden we dat ook gedacht.",
        "Alleen de eerste 10 bestellers krijgen deze prijs.",
    ],
    "readable": [
        (
            "Ten behoeve van de afhandeling dient u het bijgevoegde formulier, voorzien van uw "
            "handtekening, per omgaande te retourneren."
        ),
        (
            "Onze end-to-end propositie faciliteert stakeholders bij de transitie naar een agile operating "
            "model."
        ),
        (
            "Omdat wij, zoals u in onze vorige brief hebt kunnen lezen, de planning die wij met de "
            "aannemer hadden gemaakt door het slechte weer niet konden halen, schuift de oplevering van uw "
            "woning, als alles meezit, op naar mei."
        ),
        (
            "Door de inwerkingtreding van de nieuwe verordening is het niet langer toegestaan "
            "bedrijfsafval aan te bieden op de wijze waarop dat tot dusverre gebruikelijk was, tenzij "
            "voorafgaand ontheffing is verleend."
        ),
        (
            "We leveragen jullie data om via een omnichannel approach de customer lifetime value te "
            "boosten en de churn te minimaliseren."
        ),
    ],
}
