import SampleStudy
import Testing

/// Ranks and relations that the published report states in words.
@Suite struct PublishedRelationTests {
  static let reported: [Role] = [.burgemeester, .wethouder, .raadslid, .statenlid]
  let table: SurveyTable

  init() throws {
    table = SurveyTable(try SurveyTable.committedText())
  }

  private func chosen(_ column: String, _ role: Role) -> Int {
    table.count(.chosen(column), role).k
  }

  private func share(_ measure: Measure, _ role: Role) -> Double {
    let (k, n) = table.count(measure, role)
    return Double(k) / Double(max(n, 1))
  }

  // K001 to K008 and R011 to R022: two forms stand out.
  @Test(arguments: reported)
  func threatsAndVerbalAggressionAreFarAheadOfTheOtherForms(_ role: Role) {
    let leading = min(chosen("agr_verbaal", role), chosen("agr_bedreiging", role))
    for form in ["agr_discriminatie", "agr_fysiek", "agr_seksueel"] {
      #expect(2 * chosen(form, role) <= leading)
    }
  }

  // K009 to K011.
  @Test(arguments: [Role.burgemeester, .wethouder, .raadslid])
  func reportingIsTheCommonestReactionInMunicipalities(_ role: Role) {
    for other in ["rea_gesprek", "rea_ondersteuning", "rea_aangifte", "rea_anders"] {
      #expect(chosen("rea_melden", role) > chosen(other, role))
    }
  }

  // D038 to D041.
  @Test func onlyCouncillorsSoughtSupportInReportableNumbers() {
    #expect(chosen("rea_ondersteuning", .raadslid) == 52)
    for role in Self.reported where role != .raadslid {
      #expect(chosen("rea_ondersteuning", role) < 30)
    }
  }

  // K021 to K032.
  @Test(arguments: reported)
  func reportingComesFirstInTheHypotheticalCase(_ role: Role) {
    for other in ["hre_gesprek", "hre_ondersteuning", "hre_aangifte"] {
      #expect(chosen("hre_melden", role) > chosen(other, role))
    }
    #expect(chosen("hre_aangifte", role) < chosen("hre_ondersteuning", role))
    #expect(chosen("hre_aangifte", role) < chosen("hre_gesprek", role))
  }

  // K033 to K048.
  @Test(arguments: reported)
  func adviceComesFirstAndThreeKindsOfSupportFollow(_ role: Role) {
    for second in ["hon_oor", "hon_hulp", "hon_ervaringen"] {
      #expect(chosen("hon_advies", role) > chosen(second, role))
      #expect(chosen(second, role) > chosen("hon_anders", role))
    }
  }

  // R034 to R042 and R055 to R057.
  @Test(arguments: [Role.wethouder, .raadslid, .statenlid])
  func mayorsStandOut(_ other: Role) {
    let measures: [Measure] = [
      .chosen("hre_aangifte"), .chosen("hon_ervaringen"), .chosen("hon_hulp"),
      .coded("bekendheid", 4...4),
    ]
    for measure in measures {
      #expect(share(measure, .burgemeester) > share(measure, other) + 0.07)
    }
  }

  // R062.
  @Test func mayorsAttendMeetingsMoreThanTraining() {
    #expect(chosen("dee_bijeenkomst", .burgemeester) > chosen("dee_training", .burgemeester))
  }

  // The publication policy withholds 0 < k < 5 of a sensitive question: the sample has none.
  @Test(arguments: reported)
  func noFormOfAggressionIsTooRareToPrint(_ role: Role) {
    for form in [
      "agr_verbaal", "agr_bedreiging", "agr_discriminatie", "agr_fysiek", "agr_seksueel",
    ] {
      #expect(chosen(form, role) >= 5)
    }
  }
}
