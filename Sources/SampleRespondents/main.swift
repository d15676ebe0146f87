import Foundation
import SampleStudy

// Usage: SampleRespondents [REPORT]
// Writes the respondents of the sample study to the folder data of the report: respondents.csv and
// respondents.sav, and codes.csv with the codes of the open question. The README there says what they are.

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count <= 1 else {
  FileHandle.standardError.write(Data("usage: SampleRespondents [REPORT]\n".utf8))
  exit(64)
}
let folder = (arguments.first ?? "Reports/weerbaar-bestuur-2024") + "/data"
do {
  let file = try RespondentFile(seed: RespondentFile.publishedSeed)
  for (name, text) in [("respondents.csv", file.csv), ("codes.csv", file.codesCSV)] {
    let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
    try Data(text.utf8).write(to: url, options: .atomic)
  }
  let saved = URL(fileURLWithPath: folder).appendingPathComponent("respondents.sav")
  try Data(file.sav()).write(to: saved, options: .atomic)
  print("\(folder): \(file.rows.count) respondents, \(file.codes.count) codes")
} catch {
  FileHandle.standardError.write(Data("error: \(error)\n".utf8))
  exit(1)
}
