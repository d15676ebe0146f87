import Foundation
import PDFClauses
import PDFOutput
import TestSupport
import Testing

private let isChild = ProcessInfo.processInfo.environment["KATERN_DAMAGED"] != nil

/// What qpdf finds in a damaged file is thrown, and printed nowhere.
@Suite struct SilenceTests {
  /// Reads damaged files in a process of its own, and listens to what that prints.
  @Test(.enabled(if: !isChild)) func nothingIsPrinted() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = ["--testing-library", "swift-testing", "--filter", "damageIsThrown"]
    process.environment = ProcessInfo.processInfo.environment.merging(["KATERN_DAMAGED": "1"]) {
      $1
    }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let noise = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: printed, as: UTF8.self))")
    let foreign = noise.split(separator: "\n").filter {
      $0.contains("drawn.pdf") || $0.contains("application") || $0.contains("ERROR")
    }
    #expect(foreign.isEmpty, "\(foreign)")
  }

  @Test func damageIsThrown() throws {
    let bytes = try PDFWriter(fonts: houseFonts()).write(OnePage().document)
    var generator = SeededGenerator(seed: 11)
    var thrown = 0
    for _ in 0..<60 {
      var damaged = bytes
      for _ in 0..<40 {
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      do {
        _ = try TaggedPDF.check(damaged)
        _ = try FinishedText(reading: damaged)
      } catch {
        thrown += 1
      }
    }
    #expect(thrown > 0)
  }
}
