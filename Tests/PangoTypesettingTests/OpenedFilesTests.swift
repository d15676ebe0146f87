import Drawing
import Foundation
import PangoTypesetting
import TestSupport
import Testing
import Typesetting

private let strace = "/usr/bin/strace"
private let isTraced = ProcessInfo.processInfo.environment["KATERN_TRACED"] != nil

@Suite struct OpenedFilesTests {
  /// Runs the shaper test below in a process of its own, and reads which files that opened.
  @Test(.enabled(if: !isTraced && FileManager.default.isExecutableFile(atPath: strace)))
  func onlyListedFontsAreOpened() throws {
    let trace = FileManager.default.temporaryDirectory
      .appendingPathComponent("katern-\(UUID().uuidString).trace")
    defer { try? FileManager.default.removeItem(at: trace) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: strace)
    process.arguments = [
      "-f", "-e", "trace=open,openat", "-o", trace.path, CommandLine.arguments[0],
      "--testing-library", "swift-testing", "--filter", "shapesWithEveryFont",
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["KATERN_TRACED": "1"]
    ) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)

    let listed = Set(try houseFonts().faces.map(\.path) + houseFonts().dictionaries.map(\.path))
    let opened = Set(
      try String(contentsOf: trace, encoding: .utf8).split(separator: "\n")
        .compactMap { line -> String? in
          let parts = line.split(separator: "\"")
          return parts.count > 1 ? String(parts[1]) : nil
        })
    #expect(opened.contains { $0.hasSuffix("hyph_nl_NL.dic") })
    for path in opened where !listed.contains(path) {
      let isFont = [".otf", ".ttf", ".ttc", ".pfb", ".dic"].contains { path.hasSuffix($0) }
      #expect(!isFont, "\(path)")
      #expect(!path.contains("/fonts.conf") && !path.contains("fontconfig/"), "\(path)")
    }
  }

  @Test func shapesWithEveryFont() throws {
    let fonts = try houseFonts()
    let typesetter = try PangoTypesetter(fonts: fonts)
    for face in fonts.faces {
      let lines = try typesetter.lines(
        of: dutch("gemeenteraadsleden", look(face)), measure: 50,
        options: ParagraphOptions(isHyphenated: true))
      #expect(lines.count > 1)
    }
  }
}
