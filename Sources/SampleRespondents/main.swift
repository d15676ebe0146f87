import Foundation
import SampleStudy

// Usage: SampleRespondents [REPORT]
// Writes the respondents of the sample study to data/respondents.csv in the report folder; the README
// there says what they are.

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count <= 1 else {
  FileHandle.standardError.write(Data("usage: SampleRespondents [REPORT]\n".utf8))
  exit(64)
}
let report = arguments.first ?? "Reports/weerbaar-bestuur-2024"
let path = report + "/data/respondents.csv"
do {
  let file = try RespondentFile(seed: RespondentFile.publishedSeed)
  try Data(file.csv.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  print("\(path): \(file.rows.count) respondents")
} catch {
  FileHandle.standardError.write(Data("error: \(error)\n".utf8))
  exit(1)
}
