import SampleStudy
import Testing

@Suite struct RespondentFileTests {
  static let reported: [Role] = [.burgemeester, .wethouder, .raadslid, .statenlid]
  let table: SurveyTable
  let text: String

  init() throws {
    text = try SurveyTable.committedText()
    table = SurveyTable(text)
  }

  @Test func generatingAgainGivesTheCommittedBytes() throws {
    #expect(try RespondentFile(seed: RespondentFile.publishedSeed).csv == text)
  }

  @Test func anotherSeedGivesOtherPeopleButTheSameFigures() throws {
    let other = try RespondentFile(seed: 7).csv
    #expect(other != text)
    let table = SurveyTable(other)
    for figure in Published.figures {
      #expect(
        table.count(figure.measure, figure.role) == self.table.count(figure.measure, figure.role)
      )
    }
  }

  @Test(arguments: Published.figures)
  func publishedFigureComesOut(_ figure: PublishedFigure) throws {
    let percent = try #require(table.percent(figure.measure, figure.role))
    #expect(figure.percent.contains(percent), "\(percent)")
  }

  // F002 to F007.
  @Test(
    arguments: zip(
      [Role.burgemeester, .wethouder, .raadslid, .statenlid, .commissaris, .gedeputeerde],
      [113, 241, 1081, 114, 4, 5]
    )
  )
  func eachOfficeHasItsRespondents(_ role: Role, _ respondents: Int) {
    #expect(table.answers("rol", of: role).count == respondents)
  }

  @Test func everyRowHasEveryColumnAndItsOwnNumber() {
    #expect(table.rows.count == 1558)
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    #expect(table.rows.enumerated().allSatisfy { Int($1[0]) == $0 + 1 })
    #expect(Set(table.columns).count == table.columns.count)
  }

  // D034 to D037: the base of the second question is who answered "any" to the first.
  @Test(arguments: zip(reported, [68...68, 108...109, 303...411, 32...43]))
  func reactionIsAskedOfThoseWhoMetWithAggression(_ role: Role, _ base: ClosedRange<Int>) throws {
    let asked = table.answers("rea_geen", of: role).count
    #expect(base.contains(asked))
    let none = try #require(table.columns.firstIndex(of: "agr_geen"))
    let reaction = try #require(table.columns.firstIndex(of: "rea_geen"))
    #expect(table.rows.allSatisfy { ($0[none] == "0") == !$0[reaction].isEmpty })
  }

  @Test(arguments: ["agr", "rea", "hre", "hon", "hbr", "dee", "nmb", "aas"])
  func nobodyChoosesNoneBesideAnOption(_ question: String) throws {
    let columns = table.columns.indices.filter { table.columns[$0].hasPrefix(question + "_") }
    let none = try #require(columns.last)
    for row in table.rows where !row[none].isEmpty {
      let chosen = columns.dropLast().count { row[$0] == "1" }
      #expect((chosen == 0) == (row[none] == "1"), "respondent \(row[0])")
    }
  }

  @Test func onlyThoseWhoKnowTheTeamTookPart() throws {
    let awareness = try #require(table.columns.firstIndex(of: "bekendheid"))
    let nothing = try #require(table.columns.firstIndex(of: "dee_geen"))
    #expect(table.rows.allSatisfy { $0[awareness] != "1" || $0[nothing] == "1" })
  }
}
