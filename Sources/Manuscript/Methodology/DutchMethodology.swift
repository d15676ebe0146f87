import SurveyResults

/// The words of the methodology in Dutch.
struct DutchMethodology: MethodologyWording {
  var words: any Wording { DutchWording() }

  func label(_ line: MethodologyLine) -> String {
    switch line {
    case .sponsorAndFunder: "Opdrachtgever en financier"
    case .sponsor: "Opdrachtgever"
    case .funder: "Financier"
    case .agency: "Uitvoering"
    case .population: "Doelgroep"
    case .populationSize: "Omvang van de doelgroep"
    case .populationSource: "Bron van de omvang"
    case .frame: "Kader waaruit is uitgenodigd"
    case .coverage: "Wel in de doelgroep, niet in het kader"
    case .invitations: "Uitnodigingen"
    case .mode: "Wijze van ondervragen"
    case .languages: "Taal van de vragenlijst"
    case .period: "Periode"
    case .questionnaire: "Vragenlijst"
    case .openAnswers: "Open antwoorden"
    case .retention: "Bewaartermijn"
    case .contact: "Contact"
    case .version: "Versie van de uitkomsten"
    }
  }

  func asOf(_ date: String) -> String { " (peildatum: \(date))" }

  func selection(_ selection: Study.Selection) -> String {
    switch selection {
    case .census: "Iedereen in het kader is uitgenodigd; er is niet geloot."
    case .random: "Uit het kader is een aselecte steekproef getrokken."
    case .quota: "Er is geworven tot vaste aantallen waren bereikt; dat is geen kanssteekproef."
    case .selfSelected: "Deelnemers hebben zichzelf aangemeld; dat is geen kanssteekproef."
    }
  }

  func fieldwork(from start: String, to end: String) -> String {
    "Het veldwerk duurde van \(start) tot en met \(end)."
  }

  func reminders(_ days: String) -> String { "Herinneringen gingen uit op \(days)." }

  let responseRate = "De respons is het aantal deelnemers gedeeld door het aantal genodigden."

  let questionPlaces =
    "De letterlijke vraag staat bij elke figuur, met wie de vraag kreeg als dat niet iedereen was."

  let missingAnswers =
    "'Weet niet' telt als antwoord mee; wie een vraag oversloeg, telt bij die vraag niet mee."

  func weighted(on targets: String?) -> String {
    "De uitkomsten zijn gewogen\(targets.map { ": \($0)" } ?? ".") "
      + "Marges en toetsen rekenen met het effectieve aantal deelnemers: het kwadraat van de som "
      + "van de gewichten, gedeeld door de som van hun kwadraten."
  }

  let unweighted = "De uitkomsten zijn ongewogen."

  func nonresponse(isExamined: Bool) -> String {
    isExamined
      ? "Onderzocht is of wie niet meededen van de deelnemers verschillen."
      : "Niet onderzocht is of wie niet meededen van de deelnemers verschillen; over "
        + "representativiteit doet deze publicatie daarom geen uitspraak."
  }

  func privacy(_ privacy: Disclosure.Privacy) -> String {
    switch privacy {
    case .anonymous:
      "Het onderzoek is anoniem: niemand kan nagaan wie meedeed of wat iemand antwoordde."
    case .confidential:
      "Het onderzoek is vertrouwelijk: bekend is wie meedeed, en dat wordt niet gedeeld. Anoniem is "
        + "het niet."
    }
  }

  func tests(isWeighted: Bool) -> [String] {
    [
      "Verschillen tussen groepen zijn getoetst met een tweezijdige toets voor twee aandelen, of met de "
        + "exacte toets van Fisher als een verwacht aantal kleiner is dan 5"
        + (isWeighted ? ", steeds met het effectieve aantal deelnemers." : "."),
      "Als twee groepen uit een rij zijn vergeleken, is rekening gehouden met alle paren van die rij "
        + "(Holm).",
      "Een groep is nooit getoetst tegen een totaal waar zij zelf in zit, maar tegen de overigen.",
      "'Significant' betekent dat de overschrijdingskans kleiner is dan 5%: bij gelijke groepen zou een "
        + "verschil van deze grootte zelden voorkomen.",
    ]
  }

  let comparabilityTitle = "Vergelijkbaarheid met eerdere metingen"

  func comparabilityHead(_ waves: [String]) -> [String] { ["Vraag"] + waves }

  func comparability(_ status: Question.Comparability?) -> String {
    switch status {
    case .identical: "zelfde vraag"
    case .similar: "vergelijkbare vraag"
    case .no: "niet vergelijkbaar"
    case nil: "geen uitkomst"
    }
  }

  func comparabilityNote(unknownBase waves: [String]) -> String {
    waves.isEmpty
      ? "Verschillen tussen metingen zijn getoetst alsof aan elke meting andere mensen meededen."
      : "Hoeveel mensen meededen in \(words.list(waves)), is niet bekend: verschillen met die meting "
        + "zijn niet getoetst."
  }
}
