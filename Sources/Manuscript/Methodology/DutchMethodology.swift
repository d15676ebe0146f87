import SurveyResults

/// The methodology in Dutch.
struct DutchMethodology: MethodologyWording {
  var words: any Wording { DutchWording() }

  func parties(_ study: Study) -> [String] {
    let said = study.disclosure
    let payer = said[.funder] ?? study.sponsor
    let isSame = payer == study.sponsor
    return [
      line(isSame ? "Opdrachtgever en financier" : "Opdrachtgever", study.sponsor),
      isSame ? nil : line("Financier", payer),
      line("Uitvoering", study.agency),
      said[.membership].map(Self.sentence),
    ].compactMap { $0 }
  }

  func population(_ study: Study) -> [String] {
    let said = study.disclosure
    let date = said[.populationDate].map { " (peildatum: \($0))" } ?? ""
    return [
      line("Doelgroep", said[.population]),
      line("Omvang van de doelgroep", said[.populationSize]),
      line("Bron van de omvang", study.populationSource.map { $0 + date }),
      line("Kader waaruit is uitgenodigd", study.frame),
      line("Wel in de doelgroep, niet in het kader", said[.coverage]),
    ].compactMap { $0 }
  }

  func fieldwork(_ study: Study, wave: Wave) -> [String] {
    let said = study.disclosure
    let selection =
      switch study.selection {
      case .census: "Iedereen in het kader is uitgenodigd; er is niet geloot."
      case .random: "Uit het kader is een aselecte steekproef getrokken."
      case .quota: "Er is geworven tot vaste aantallen waren bereikt; dat is geen kanssteekproef."
      case .selfSelected: "Deelnemers hebben zichzelf aangemeld; dat is geen kanssteekproef."
      }
    let days = wave.fieldwork.map {
      "Het veldwerk duurde van \(words.date($0.start)) tot en met \(words.date($0.end))."
    }
    let reminders =
      wave.reminders.isEmpty
      ? nil : "Herinneringen gingen uit op \(words.list(wave.reminders.map(words.date)))."
    return [
      selection, line("Uitnodigingen", said[.invitations]),
      line("Wijze van ondervragen", study.mode),
      line("Taal van de vragenlijst", said[.languages]), days,
      line("Periode", said[.period]), reminders,
      "De respons is het aantal deelnemers gedeeld door het aantal genodigden.",
    ].compactMap { $0 }
  }

  func questions(_ study: Study) -> [String] {
    let said = study.disclosure
    return [
      line("Vragenlijst", said[.questionnaire]),
      "De letterlijke vraag staat bij elke figuur, met wie de vraag kreeg als dat niet iedereen was.",
      said[.missing].map(Self.sentence)
        ?? "'Weet niet' telt als antwoord mee; wie een vraag oversloeg, telt bij die vraag niet mee.",
      line("Open antwoorden", said[.openAnswers]),
    ].compactMap { $0 }
  }

  func reach(_ study: Study, isWeighted: Bool) -> [String] {
    let said = study.disclosure
    let weighting = said[.weighting].map { ": \($0)" } ?? ""
    let examined =
      study.isNonresponseExamined
      ? "Onderzocht is of wie niet meededen van de deelnemers verschillen."
      : "Niet onderzocht is of wie niet meededen van de deelnemers verschillen; over "
        + "representativiteit doet deze publicatie daarom geen uitspraak."
    return [
      isWeighted
        ? Self.sentence("de uitkomsten zijn gewogen\(weighting)")
          + " Marges en toetsen rekenen met het effectieve aantal deelnemers: het kwadraat van de som "
          + "van de gewichten, gedeeld door de som van hun kwadraten."
        : "De uitkomsten zijn ongewogen.",
      examined, said[.nonresponse].map(Self.sentence),
    ].compactMap { $0 }
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

  func handling(_ study: Study) -> [String] {
    let said = study.disclosure
    let privacy: String? =
      switch said.privacy {
      case .anonymous:
        "Het onderzoek is anoniem: niemand kan nagaan wie meedeed of wat iemand antwoordde."
      case .confidential:
        "Het onderzoek is vertrouwelijk: bekend is wie meedeed, en dat wordt niet gedeeld. Anoniem is "
          + "het niet."
      case nil: nil
      }
    return [
      privacy, line("Bewaartermijn", said[.retention]), line("Contact", said[.contact]),
      line("Versie van de uitkomsten", said[.version]),
    ].compactMap { $0 }
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
