import Foundation
import Testing

@testable import SampleStudy

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

  @Test func generatingAgainGivesTheCommittedCodes() throws {
    let path = SurveyTable.path.deletingLastPathComponent().appendingPathComponent("codes.csv")
    let committed = try String(contentsOf: path, encoding: .utf8)
    #expect(try RespondentFile(seed: RespondentFile.publishedSeed).codesCSV == committed)
  }

  // The second and third places of a ranking are drawn; only all three together are calibrated.
  @Test func anotherSeedGivesOtherPeopleButTheSameCounts() throws {
    let other = try RespondentFile(seed: 7)
    let own = try RespondentFile(seed: RespondentFile.publishedSeed)
    #expect(other.rows != own.rows)
    for (index, column) in own.columns.enumerated()
    where !["respondent", "bel_2", "bel_3"].contains(column.name) {
      for role in Role.allCases {
        func counts(_ file: RespondentFile) -> [Int?: Int] {
          file.rows.filter { $0[1] == role.rawValue }.reduce(into: [:]) {
            $0[$1[index], default: 0] += 1
          }
        }
        #expect(counts(other) == counts(own), "\(column.name) of \(role)")
      }
    }
  }

  @Test func columnsSayWhatEachOfTheirCodesMeans() throws {
    let file = try RespondentFile(seed: RespondentFile.publishedSeed)
    #expect(Set(file.columns.map(\.name)).count == file.columns.count)
    for (index, column) in file.columns.enumerated().dropFirst() {
      let known = Set((column.codes + column.missing).map(\.value))
      #expect(Set(file.rows.compactMap { $0[index] }).isSubset(of: known), "\(column.name)")
      #expect((column.codes + column.missing).allSatisfy { !$0.label.isEmpty })
      #expect(!column.label.isEmpty && column.name.count <= 32)
    }
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

  // Who says that there is attention only after an incident names no other form of it.
  @Test func attentionAfterwardsStandsAlone() throws {
    let columns = table.columns.indices.filter { table.columns[$0].hasPrefix("aas_") }
    let after = try #require(table.columns.firstIndex(of: "aas_reactief"))
    for row in table.rows where row[after] == "1" {
      #expect(columns.count { row[$0] == "1" } == 1, "respondent \(row[0])")
    }
  }

  @Test func setsNameTheirColumns() throws {
    let file = try RespondentFile(seed: RespondentFile.publishedSeed)
    #expect(file.sets.map(\.name).count == 12)
    for set in file.sets {
      let columns = file.columns.map(\.name).filter { $0.hasPrefix(set.name + "_") }
      #expect(set.columns == columns && !columns.isEmpty && !set.label.isEmpty, "\(set.name)")
    }
  }

  @Test func everybodyRanksThreeDifferentAspects() throws {
    let places = table.columns.indices.filter { table.columns[$0].hasPrefix("bel_") }
    #expect(places.count == 3)
    for row in table.rows { #expect(Set(places.map { row[$0] }).count == 3) }
  }

  @Test func onlyThoseWhoKnowTheTeamTookPart() throws {
    let awareness = try #require(table.columns.firstIndex(of: "bekendheid"))
    let nothing = try #require(table.columns.firstIndex(of: "dee_geen"))
    #expect(table.rows.allSatisfy { $0[awareness] != "1" || $0[nothing] == "1" })
  }
}
