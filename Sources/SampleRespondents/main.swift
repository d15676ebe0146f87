import Foundation
import SampleStudy

// Usage: SampleRespondents [FILE]
// Writes the respondents of the sample study; see Reports/weerbaar-bestuur-2024/data/README.md.

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count <= 1 else {
  FileHandle.standardError.write(Data("usage: SampleRespondents [FILE]\n".utf8))
  exit(64)
}
let path = arguments.first ?? "Reports/weerbaar-bestuur-2024/data/respondents.csv"
do {
  let file = try RespondentFile(seed: RespondentFile.publishedSeed)
  try Data(file.csv.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  print("\(path): \(file.rows.count) respondents")
} catch {
  FileHandle.standardError.write(Data("error: \(error)\n".utf8))
  exit(1)
}
