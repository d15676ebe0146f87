import Charts
import DocumentTree
import Drawing
import Foundation
import HouseStyle
import TestSupport
import Testing

/// The colours of the layouts that ship, held against what they promise.
struct PaletteTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Layouts")
  /// Every layout that ships.
  static let layouts = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  static let roles = ["role-1", "role-2", "role-3", "role-4"]
  static let scale = ["scale-1", "scale-2", "neutral", "scale-4", "scale-5", "dont-know"]

  /// The `colours` of a layout, read line by line.
  private func palette(_ layout: String) throws -> [String: Colour] {
    let file = Self.folder.appendingPathComponent("\(layout).yaml")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    var values: [String: String] = [:]
    for line in lines.drop(while: { $0 != "colours:" }).dropFirst() {
      guard line.hasPrefix("  ") else { break }
      let words = line.split(whereSeparator: { " :\"".contains($0) }).map(String.init)
      guard let name = words.first, name != "#", words.count > 1 else { continue }
      values[name] = words[1]
    }
    return values.compactMapValues { Colour(hexadecimal: values[$0] ?? $0) }
  }

  @Test(arguments: layouts)
  func everyRequiredColourIsThere(layout: String) throws {
    let palette = try palette(layout)
    #expect(StyleSheet.requiredColours.filter { palette[$0] == nil } == [])
  }

  @Test func aMeaningHasOneColourInEveryLayout() throws {
    #expect(Self.layouts.contains("rapport") && Self.layouts.contains("factsheet"))
    let meanings = StyleSheet.requiredColours
    let first = try palette("rapport")
    for layout in Self.layouts {
      let palette = try palette(layout)
      for name in meanings { #expect(palette[name] == first[name], "\(layout) \(name)") }
    }
  }

  @Test(arguments: layouts)
  func barsStandOutFromPaper(layout: String) throws {
    let palette = try palette(layout)
    let paper = try #require(palette["paper"])
    for name in Self.roles + Self.scale {
      let colour = try #require(palette[name])
      #expect(colour.contrast(with: paper) >= 3, "\(name)")
    }
  }

  @Test(arguments: [
    ("ink", "paper"), ("muted", "paper"), ("accent", "paper"), ("ink", "accent-soft"),
    ("muted", "accent-soft"), ("accent", "accent-soft"), ("paper", "night"), ("mist", "night"),
    ("ember", "night"),
  ])
  func wordsStandOutFromTheirGround(words: String, ground: String) throws {
    for layout in Self.layouts {
      let palette = try palette(layout)
      let (words, ground) = (try #require(palette[words]), try #require(palette[ground]))
      #expect(words.contrast(with: ground) >= 4.5, "\(layout)")
    }
  }

  @Test(arguments: ColourVision.allCases)
  func neighboursDifferForEveryEye(vision: ColourVision) throws {
    let palette = try palette("rapport")
    let pairs =
      Array(zip(Self.roles, Self.roles.dropFirst()))
      + Array(zip(Self.scale, Self.scale.dropFirst())) + [("neutral", "dont-know")]
    for (left, right) in pairs {
      let distance = vision.distance(
        try #require(palette[left]), try #require(palette[right]))
      #expect(distance > 10, "\(left), \(right)")
    }
  }

  @Test func neighbouringRolesDifferInGreyPrint() throws {
    let palette = try palette("rapport")
    for (left, right) in zip(Self.roles, Self.roles.dropFirst()) {
      let (left, right) = (try #require(palette[left]), try #require(palette[right]))
      #expect(left.contrast(with: right) >= 3)
    }
  }

  /// Earlier waves and third places are pale: they differ from their full colour and, behind their
  /// outline, from paper, for every eye and in grey print.
  @Test(arguments: layouts)
  func paleBarsDifferFromFullOnes(layout: String) throws {
    let palette = try palette(layout)
    let paper = try #require(palette["paper"])
    for name in Self.roles + ["accent", "scale-1", "scale-2"] {
      let full = try #require(palette[name])
      let pale = full.mixed(with: paper, 0.6)
      #expect(pale.contrast(with: full) >= 1.5, "\(name)")
      #expect(full.contrast(with: paper) >= 3, "\(name)")
      for vision in ColourVision.allCases {
        #expect(vision.distance(pale, full) > 10, "\(name)")
      }
    }
  }

  /// The places of a ranking: dark, middle, pale.
  @Test(arguments: ColourVision.allCases)
  func placesDifferForEveryEye(vision: ColourVision) throws {
    let palette = try palette("rapport")
    let (first, second) = (try #require(palette["scale-1"]), try #require(palette["scale-2"]))
    let third = second.mixed(with: try #require(palette["paper"]), 0.6)
    #expect(vision.distance(first, second) > 10)
    #expect(vision.distance(second, third) > 10)
    #expect(first.contrast(with: second) >= 1.5 && second.contrast(with: third) >= 1.5)
  }

  /// Draws a bar of every colour and holds the ink of its value against its ground, hatched or not.
  @Test(arguments: [false, true])
  func valuesAreLegibleOnTheirBars(isIndicative: Bool) throws {
    var style = SampleCharts.style
    style.colours = try palette("rapport")
    let names = Self.roles + Self.scale
    let rows = names.map { SampleCharts.row($0) }
    let series = names.map { SampleCharts.series($0, $0, isSetApart: $0 == "dont-know") }
    let cells = names.indices.map { row in
      names.indices.map { column -> Chart.Cell in
        row == column ? SampleCharts.value(100, isIndicative: isIndicative) : .absent
      }
    }
    let chart = SampleCharts.chart(.stackedBars, rows: rows, series: series, cells: cells)
    let drawing = try ChartSetter(
      style: style,
      typesetter: FixedMetricsTypesetter(),
      language: "nl"
    ).set(chart, measure: 300)
    for (index, name) in names.enumerated() {
      let bar = try #require(
        drawing.parts.first { $0.element == .bar(row: index, series: index) })
      let value = try #require(
        drawing.parts.first { $0.element == .value(row: index, series: index) })
      guard case .path(let ground)? = isIndicative ? bar.marks.last : bar.marks.first,
        case .glyphs(let words)? = value.marks.first
      else {
        Issue.record("\(name) has no bar or no value")
        continue
      }
      let fill = try #require(ground.fill)
      #expect(words.colour.contrast(with: fill) >= 4.5, "\(name)")
    }
  }
}
