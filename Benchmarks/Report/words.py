"""The words of the workload; all of it is made up."""

ROLES = ["Burgemeesters", "Wethouders", "Raadsleden", "Statenleden"]
ONE = {
    "Burgemeesters": "Burgemeester",
    "Wethouders": "Wethouder",
    "Raadsleden": "Raadslid",
    "Statenleden": "Statenlid",
}
AGREEMENT = ["Helemaal oneens", "Oneens", "Neutraal", "Eens", "Helemaal eens"]
FREQUENCY = ["Nooit", "Zelden", "Soms", "Vaak", "Zeer vaak"]
SIZES = [
    "minder dan 20.000 inwoners", "20.000 tot 50.000 inwoners", "50.000 tot 100.000 inwoners",
    "meer dan 100.000 inwoners",
]
THEMES = [
    ("Agressie en intimidatie", [
        "verbale agressie", "intimidatie op straat", "dreiging via sociale media",
        "vernieling van eigendommen", "druk op gezinsleden", "hinderlijk volgen",
        "bedreiging per brief of e-mail",
    ]),
    ("Werkdruk en tijdsbesteding", [
        "avondvergaderingen", "leeswerk", "inwonerscontact", "overleg in de regio", "reistijd",
        "dossieroverdracht", "fractieoverleg",
    ]),
    ("Ondersteuning en toerusting", [
        "de griffie", "juridisch advies", "scholing voor nieuwe leden", "fractiebudget",
        "ambtelijke bijstand", "vertrouwenspersoon", "communicatieadvies",
    ]),
    ("Samenwerking in het bestuur", [
        "het college", "de coalitie", "de oppositie", "buurgemeenten", "de provincie",
        "maatschappelijke partners", "de veiligheidsregio",
    ]),
    ("Integriteit en vertrouwen", [
        "melden van geschenken", "nevenfuncties", "omgang met geheime stukken",
        "belangenafweging", "gedragscode", "aanspreken van collega’s",
        "risicoanalyse bij aantreden",
    ]),
    ("Digitale middelen", [
        "het raadsinformatiesysteem", "hybride vergaderen", "veilig e-mailen",
        "gebruik van algoritmen", "open data", "digitale inspraak", "informatiebeveiliging",
    ]),
    ("Participatie van inwoners", [
        "burgerberaad", "wijkbudgetten", "inspraakavonden", "digitale raadpleging",
        "jongerenraad", "uitdaagrecht", "buurtvisites",
    ]),
    ("Toekomst van het ambt", [
        "opvolging binnen de partij", "rechtspositie", "wachtgeld", "combinatie met een baan",
        "diversiteit van kandidaten", "loopbaanbegeleiding", "aanzien van het ambt",
    ]),
]
SENTENCES = [
    "Van de {roles} zegt {p} procent dat {topic} het afgelopen jaar belangrijker is "
    "geworden voor het dagelijkse werk.",
    "Vooral in gemeenten met {size} wordt {topic} vaak genoemd als reden om afspraken "
    "opnieuw vast te leggen.",
    "Het verschil tussen {roles} en {roles2} is met {d} procentpunten groter dan bij de "
    "vorige meting.",
    "Wie langer dan vier jaar in functie is, oordeelt over {topic} gemiddeld {adj} dan een "
    "nieuwkomer.",
    "In de open antwoorden komt {topic} bij {n} van de {m} respondenten terug, meestal in "
    "samenhang met {topic2}.",
    "De cijfers laten geen verschil zien tussen mannen en vrouwen, maar wel tussen "
    "kleinere en grotere gemeenten.",
    "Een op de {k} {roles} geeft aan dat er over {topic} geen duidelijke afspraken zijn gemaakt.",
    "De steun voor maatregelen rond {topic} ligt met {p} procent op hetzelfde niveau als "
    "twee jaar geleden.",
    "Respondenten noemen {topic} en {topic2} in één adem; de samenhang tussen beide is sterk.",
    "Bij de uitleg van deze uitkomst past voorzichtigheid, omdat de groep {roles} met {m} "
    "personen klein is.",
]
BULLETS = [
    "{p} procent van de {roles} heeft te maken met {topic}.",
    "Bij {roles} daalt het aandeel ‘vaak’ van {p} naar {p2} procent.",
    "{topic_c} wordt door {roles} hoger gewaardeerd dan door {roles2}.",
    "De respons op vragen over {topic} was {p} procent (n = {m}).",
    "Het verschil tussen de groepen is {d} procentpunten en statistisch significant.",
    "Gemeenten met {size} wijken af van het landelijke beeld over {topic}.",
    "Een ruime meerderheid ({p} procent) wil vaste afspraken over {topic}.",
]
QUOTES = [
    "Ik merk dat {topic} elke week terugkomt, en dat er weinig ruimte is om er rustig over "
    "te praten.",
    "Als je begint, vertelt niemand je iets over {topic}; dat ontdek je pas als het misgaat.",
    "Met {topic} gaat het hier juist goed, omdat we er in de eerste maand afspraken over "
    "hebben gemaakt.",
    "Er is veel aandacht voor {topic}, maar over {topic2} hoor je zelden iemand en dat "
    "vind ik zorgelijk.",
    "Zonder steun van collega’s had ik het werk rond {topic} al lang neergelegd.",
    "De regels over {topic} zijn helder, maar de tijd om ze na te leven ontbreekt in de "
    "praktijk.",
]
STATEMENTS = [
    "Ik kan hier open over spreken", "De afspraken zijn mij bekend", "Ik krijg voldoende steun",
    "De werkdruk is aanvaardbaar", "Ik voel me veilig in mijn werk",
    "Informatie is op tijd beschikbaar", "Ik raad het ambt anderen aan",
    "Collega’s spreken elkaar aan", "De samenwerking verloopt goed",
    "Inwoners worden goed gehoord",
]
QUESTIONS = [
    "Heeft u hier ervaring mee?", "Is er beleid vastgesteld?", "Krijgt u ondersteuning?",
    "Is het onderwerp besproken?", "Heeft u melding gedaan?", "Bent u tevreden over de afloop?",
    "Wilt u meer scholing?", "Zijn er afspraken gemaakt?",
]
