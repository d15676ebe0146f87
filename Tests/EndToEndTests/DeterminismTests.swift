import Diagnostics
import Foundation
import PDFOutput
import PangoTypesetting
import Testing

@testable import Press

/// The same input gives the same bytes, whoever prints them, where, and how many at once.
@Suite struct DeterminismTests {
  /// The sheets of a batch printed by so many workers, each with a printer of its own and all with one
  /// cache.
  private func sheets(of report: OpenReport, workers: Int) async throws -> [[UInt8]] {
    var log = DiagnosticLog()
    let edition = try #require(report.edition("factsheet", into: &log))
    let segments = SheetPlan(edition, in: report.results, into: &log).printed
    let cache = WordCache(fonts: report.fonts)
    return try await withThrowingTaskGroup(of: [(Int, [UInt8])].self) { group in
      for worker in 0..<workers {
        group.addTask {
          let printer = try Printer(report: report, cache: cache)
          return try stride(from: worker, to: segments.count, by: workers).map { number in
            var log = DiagnosticLog()
            let pages = try #require(
              printer.pages(of: edition, for: segments[number], into: &log))
            return (number, try printer.writer.write(pages))
          }
        }
      }
      var result = [[UInt8]](repeating: [], count: segments.count)
      for try await part in group {
        for (number, bytes) in part { result[number] = bytes }
      }
      return result
    }
  }

  @Test func oneTwoOrFourWorkersPrintTheSame() async throws {
    var log = DiagnosticLog()
    let report = try Samples.open(Samples.folder("weerbaar-bestuur-2024"), into: &log)
    let reference = try await sheets(of: report, workers: 1)
    #expect(reference.count == 4 && Set(reference).count == 4)
    for workers in [2, 4] {
      let same = try await sheets(of: report, workers: workers) == reference
      #expect(same, "\(workers) workers print something else")
    }
  }

  /// The command with another locale, time zone, home and working folder, in another report folder.
  @Test func theSurroundingsOfTheProcessLeaveNoTrace() throws {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("katern")
    let known = try run("locale", ["-a"]).output.split(separator: "\n").map(String.init)
    let comma = known.filter { $0.hasPrefix("nl_NL") || $0.hasPrefix("de_DE") }
    var surroundings = [["LC_ALL": "C", "TZ": "UTC"], ["LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"]]
    surroundings += comma.prefix(2).map { ["LC_ALL": $0, "TZ": "America/New_York"] }
    var results: [Data] = []
    for environment in surroundings {
      let report = try MiniReport()
      defer { report.remove() }
      let home = report.folder.appendingPathComponent("home \(results.count)")
      try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
      for arguments in [
        ["import", report.folder.path], ["build", report.folder.path, "-o", "a.pdf"],
      ] {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = home
        process.environment = environment.merging(["HOME": home.path, "PATH": "/usr/bin"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(environment)")
      }
      results.append(try Data(contentsOf: home.appendingPathComponent("a.pdf")))
    }
    #expect(results.count >= 2 && Set(results).count == 1)
  }
}
