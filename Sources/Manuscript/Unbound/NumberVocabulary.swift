/// The words of a language that say what kind of number stands beside them.
struct NumberVocabulary: Sendable {
  /// The language's words for figures.
  var wording: any Wording
  /// Between two days of one month: "3 tot en met 9 juli".
  var connectives: Set<String>
  /// Before a number that names a place or a thing.
  var references: Set<String>
  /// Behind an amount that is no survey result.
  var units: Set<String>
  /// Before an amount of money, or behind it.
  var currencies: Set<String>
  /// Before or behind a telephone number.
  var telephone: Set<String>
  /// The ends of names of streets.
  var streets: [String]
  /// What the people of a survey are called, besides its own segments.
  var people: Set<String>
  /// Behind a percentage in words: "procent".
  var percent: Set<String>
  /// Ratios in words, as sequences of words.
  var ratios: [[String]]
  /// Shares in words that ordinary prose has everywhere: they are not asked to be vouched for.
  var universal: Set<String>
  /// Shares in words that stand right before the people that they are a share of.
  var adjacent: Set<String>
  /// Words that judge a figure.
  var evaluative: Set<String>
  /// Words that judge a figure only before a comparative: "veel vaker".
  var intensifiers: Set<String>
  /// Comparatives.
  var comparatives: Set<String>

  static func of(_ language: String) -> NumberVocabulary {
    language.hasPrefix("en") ? .english : .dutch
  }

  static let dutch = NumberVocabulary(
    wording: DutchWording(),
    connectives: ["tot", "en", "met", "t/m", "–", "-", "of", "op", "van"],
    references: [
      "hoofdstuk", "hoofdstukken", "paragraaf", "figuur", "figuren", "tabel", "tabellen", "bijlage",
      "pagina", "pagina's", "bladzijde", "blz", "p", "vraag", "vragen", "stap", "artikel", "art",
      "lid", "deel", "versie", "nummer", "nr", "nrs", "noot", "kader", "stb", "top", "fase",
      "ronde",
      "editie", "jaargang", "regel", "punt",
    ],
    units: [
      "jaar", "jaren", "maand", "maanden", "week", "weken", "dag", "dagen", "uur", "uren", "minuut",
      "minuten", "seconden", "km", "kilometer", "meter", "euro", "pagina's", "bladzijden", "pt",
      "mm",
      "cm", "mb",
    ],
    currencies: ["€", "$", "£", "euro", "eur"],
    telephone: ["tel", "telefoon", "telefoonnummer", "bel", "fax", "mobiel", "postbus"],
    streets: [
      "straat", "weg", "laan", "plein", "kade", "gracht", "singel", "hof", "dijk", "pad", "steeg",
      "boulevard", "park", "postbus",
    ],
    people: [
      "deelnemers", "deelnemer", "respondenten", "respondent", "ondervraagden", "mensen",
      "personen",
      "inwoners", "leden", "hen", "kiezers", "ambtsdragers", "medewerkers", "vrouwen", "mannen",
      "jongeren", "ouderen", "gemeenten", "bestuurders", "genodigden",
    ],
    percent: ["procent", "procentpunt", "procentpunten", "%-punt", "%"],
    ratios: [
      ["twee", "keer", "zo"], ["drie", "keer", "zo"], ["vier", "keer", "zo"],
      ["tweemaal", "zo"], ["driemaal", "zo"], ["dubbel", "zo"], ["half", "zo"],
      ["verdubbeld"], ["verdrievoudigd"], ["gehalveerd"], ["verdubbelde"], ["halveerde"],
    ],
    universal: ["alle", "iedereen", "geen", "niemand", "meestal", "overwegend"],
    adjacent: ["meeste", "de meeste"],
    evaluative: [
      "significant", "significante", "opvallend", "opvallende", "opmerkelijk", "opmerkelijke",
      "fors",
      "forse", "beduidend", "beduidende", "aanzienlijk", "aanzienlijke", "veruit", "slechts",
      "flink", "flinke", "substantieel", "substantiële", "drastisch", "drastische", "explosief",
      "spectaculair", "liefst", "schrikbarend", "massaal",
    ],
    intensifiers: ["veel", "duidelijk", "sterk", "ruimschoots", "verreweg"],
    comparatives: [
      "vaker", "meer", "minder", "hoger", "lager", "groter", "kleiner", "zeldener", "bekender",
      "beter", "slechter", "gestegen", "gedaald", "toegenomen", "afgenomen",
    ])

  static let english = NumberVocabulary(
    wording: EnglishWording(),
    connectives: ["to", "and", "until", "through", "–", "-", "or", "of", "from"],
    references: [
      "chapter", "chapters", "section", "sections", "figure", "figures", "table", "tables",
      "appendix", "page", "pages", "p", "pp", "question", "questions", "step", "article", "part",
      "version", "number", "no", "note", "box", "iso", "top", "phase", "round", "edition", "volume",
      "line", "point", "grades", "grade",
    ],
    units: [
      "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute",
      "minutes", "seconds", "km", "kilometres", "metres", "miles", "euros", "pounds", "dollars",
      "pages", "pt", "mm", "cm", "mb",
    ],
    currencies: ["€", "$", "£", "euros", "pounds", "dollars"],
    telephone: ["tel", "telephone", "phone", "call", "fax", "mobile", "box"],
    streets: ["street", "road", "avenue", "lane", "square", "drive", "close", "way", "box"],
    people: [
      "respondents", "respondent", "participants", "participant", "people", "persons",
      "inhabitants",
      "members", "them", "voters", "staff", "employees", "women", "men", "adults", "officials",
      "municipalities", "councillors",
    ],
    percent: ["percent", "per", "percentage", "%"],
    ratios: [
      ["twice", "as"], ["three", "times", "as"], ["four", "times", "as"], ["half", "as"],
      ["doubled"], ["tripled"], ["halved"],
    ],
    universal: ["all", "everybody", "none", "no", "nobody", "mostly", "predominantly"],
    adjacent: ["most", "the most"],
    evaluative: [
      "significant", "significantly", "striking", "strikingly", "remarkable", "remarkably",
      "considerable", "considerably", "substantial", "substantially", "markedly", "sharply",
      "dramatic", "dramatically", "merely", "vast", "overwhelming", "overwhelmingly", "notably",
    ],
    intensifiers: ["much", "far", "clearly", "strongly"],
    comparatives: [
      "more", "less", "fewer", "higher", "lower", "larger", "smaller", "better", "worse", "risen",
      "fallen", "increased", "decreased",
    ])
}
