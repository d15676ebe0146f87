import Diagnostics
import Foundation
import SurveyImport
import SurveyResults

/// A study of two hundred people with a ranking, a number and a crossing.
///
/// Mayors (120): 60 put tailored help first, 40 speed, 20 trust; aldermen (80): 30, 30 and 20. Whoever put
/// tailored help first put speed second (mayors) or trust (aldermen), and whoever put another first put
/// tailored help second, but for the 30 aldermen with speed first, who put trust there.
enum RankedStudy {
  static let results: ResultsModel? = imported()

  private static let codebook = """
    study: { id: ranked, title: Volgorde, language: nl, selection: census }
    data: { file: answers.csv }
    waves: { "2024": { label: "2024" } }
    breakdowns:
      role:
        label: Ambt
        column: role
        segments:
          burgemeester: { code: 1, singular: burgemeester, plural: burgemeesters }
          wethouder: { code: 2, singular: wethouder, plural: wethouders }
      town:
        label: Streek
        column: town
        segments:
          noord: { code: 1, singular: Noord, plural: Noord }
          zuid: { code: 2, singular: Zuid, plural: Zuid }
    questions:
      belang:
        label: Belang
        text: Wat is het belangrijkst?
        kind: ranking
        places: 3
        columns: [p1, p2, p3]
        categories:
          maatwerk: { label: Maatwerk, code: 1 }
          snelheid: { label: Snelheid, code: 2 }
          vertrouwen: { label: Vertrouwen, code: 3 }
          stappenplan: { label: Een stappenplan, code: 4 }
      hulp:
        label: Hulp
        text: Kreeg u hulp?
        kind: single
        column: help
        categories: { ja: { label: Ja, code: 1 }, nee: { label: Nee, code: 2 } }
      leeftijd:
        label: Leeftijd
        text: Hoe oud bent u?
        kind: numeric
        column: age
        bands: { jong: { label: Tot 50, from: 0, to: 49 }, oud: { label: Vanaf 50, from: 50, to: 120 } }
    publish:
      - { questions: all, by: [total, role, town, [role, town]] }

    """

  private static func row(_ number: Int) -> String {
    let isMayor = number < 120
    let own = isMayor ? number : number - 120
    let first = isMayor ? (own < 60 ? 1 : own < 100 ? 2 : 3) : (own < 30 ? 1 : own < 60 ? 2 : 3)
    let second = first == 1 ? (isMayor ? 2 : 3) : first == 2 && !isMayor ? 3 : 1
    let isNorth = own % 2 == 0
    let helped = isNorth ? own < 90 : own < 30
    return
      "\(isMayor ? 1 : 2),\(isNorth ? 1 : 2),\(first),\(second),4,\(helped ? 1 : 2),\(40 + own % 20)"
  }

  private static func imported() -> ResultsModel? {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("ranked-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = folder.appendingPathComponent("data")
    let rows = ["role,town,p1,p2,p3,help,age"] + (0..<200).map(row)
    do {
      try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
      try Data(codebook.utf8).write(to: data.appendingPathComponent("codebook.yaml"))
      try Data((rows.joined(separator: "\n") + "\n").utf8)
        .write(to: data.appendingPathComponent("answers.csv"))
    } catch {
      return nil
    }
    var log = DiagnosticLog()
    var sources: [String: SourceFile] = [:]
    return SurveyImporter.run(folder: folder.path, sources: &sources, into: &log)
  }
}
