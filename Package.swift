// swift-tools-version: 6.2
import PackageDescription

// The targets form a staircase: each may import only what its line names, and everything may import
// `Diagnostics`. `make check` builds with the import check on. See Documentation/Architecture.md.

let package = Package(
  name: "Katern",
  products: [
    .executable(name: "katern", targets: ["katern"]),
    .library(name: "SurveyResults", targets: ["SurveyResults"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // C libraries: a module map and a shim header, nothing else.
    .systemLibrary(name: "CCairo", pkgConfig: "cairo-ft"),
    .systemLibrary(name: "CFontconfig", pkgConfig: "fontconfig"),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate"),
    .systemLibrary(name: "CFreeType", pkgConfig: "freetype2"),
    .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz-subset"),
    .systemLibrary(name: "CHyphen"),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CMark", pkgConfig: "libcmark-gfm"),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle"),
    .systemLibrary(name: "CPango", pkgConfig: "pangoft2"),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf"),
    .systemLibrary(name: "CReadStat"),
    .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg"),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1"),

    // Vocabulary.
    .target(name: "Diagnostics"),
    .target(name: "ContentHash", dependencies: ["CNettle"]),
    .target(name: "Drawing", dependencies: ["Diagnostics"]),
    .target(name: "HouseStyle", dependencies: ["Diagnostics", "Drawing"]),
    .target(name: "DocumentTree", dependencies: ["Diagnostics", "Drawing"]),
    .target(name: "PageModel", dependencies: ["Diagnostics", "Drawing", "DocumentTree"]),

    // The results model.
    .target(name: "SurveyStatistics"),
    .target(
      name: "SurveyResults",
      dependencies: [
        "Diagnostics", "SurveyStatistics", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "LocatedYAML", dependencies: ["Diagnostics", "CYAML"]),
    .target(name: "SurveyFiles", dependencies: ["ContentHash", "CReadStat"]),
    .target(
      name: "SurveyImport",
      dependencies: ["Diagnostics", "ContentHash", "SurveyFiles", "SurveyResults", "LocatedYAML"]),

    // From spec to pages.
    .target(
      name: "ReportSpec",
      dependencies: ["Diagnostics", "LocatedYAML", "HouseStyle", "Drawing", "CMark"]),
    .target(
      name: "Manuscript",
      dependencies: [
        "Diagnostics", "Drawing", "ReportSpec", "SurveyResults", "SurveyStatistics", "DocumentTree",
      ]),
    .target(name: "Typesetting", dependencies: ["Diagnostics", "Drawing"]),
    .target(
      name: "PangoTypesetting",
      dependencies: [
        "Diagnostics", "Drawing", "Typesetting", "ContentHash", "CPango", "CFontconfig", "CHyphen",
      ]),
    .target(
      name: "Charts",
      dependencies: ["Diagnostics", "DocumentTree", "HouseStyle", "Typesetting", "Drawing"]),
    .target(
      name: "Layout",
      dependencies: [
        "Diagnostics", "DocumentTree", "HouseStyle", "Charts", "Typesetting", "PageModel",
        "Drawing",
      ]),
    .target(
      name: "PDFOutput",
      dependencies: [
        "Diagnostics", "ContentHash", "PageModel", "DocumentTree", "Drawing", "CCairo", "CDeflate",
        "CFreeType", "CHarfBuzz", "CTurboJPEG",
      ]),

    // The joiner and the command.
    .target(
      name: "Press",
      dependencies: [
        "Diagnostics", "ContentHash", "Drawing", "HouseStyle", "DocumentTree", "PageModel",
        "SurveyResults", "SurveyImport", "ReportSpec", "Manuscript", "Typesetting",
        "PangoTypesetting", "Layout", "PDFOutput",
      ]),
    .executableTarget(
      name: "katern",
      dependencies: [
        "CMalloc", "Diagnostics", "Press", "SurveyResults",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // The seeded generator of the sample study's respondents.
    .target(name: "SampleStudy", dependencies: ["SurveyFiles"]),
    .executableTarget(
      name: "SampleRespondents", dependencies: ["SampleStudy", "SurveyFiles"]),

    // What only tests link: finished files held against the clauses of PDF/UA, by way of qpdf.
    .target(
      name: "PDFClauses", dependencies: ["PDFOutput", "CQPDF"], path: "Tests/PDFClauses"),
    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics", "Drawing", "Typesetting", "PageModel", "DocumentTree"],
      path: "Tests/TestSupport"),
  ],
  swiftLanguageModes: [.v6]
)

let tests: [String: [Target.Dependency]] = [
  "ChartsTests": ["Charts", "DocumentTree", "HouseStyle", "Typesetting", "Drawing"],
  "ContentHashTests": ["ContentHash"],
  "DiagnosticsTests": ["Diagnostics"],
  "DrawingTests": ["Drawing"],
  "EndToEndTests": [
    "Diagnostics", "DocumentTree", "Drawing", "HouseStyle", "PDFClauses", "PDFOutput", "PageModel",
    "PangoTypesetting", "Press", "ReportSpec", "SurveyResults", "Typesetting", "katern",
  ],
  "LayoutTests": [
    "Diagnostics", "DocumentTree", "Drawing", "HouseStyle", "Layout", "PageModel", "Typesetting",
  ],
  "LocatedYAMLTests": ["LocatedYAML", "Diagnostics"],
  "ManuscriptTests": [
    "Diagnostics", "DocumentTree", "Manuscript", "ReportSpec", "SurveyImport", "SurveyResults",
    "SurveyStatistics",
  ],
  "PDFOutputTests": [
    "DocumentTree", "Drawing", "PDFClauses", "PDFOutput", "PageModel", "PangoTypesetting",
    "Typesetting",
  ],
  "PangoTypesettingTests": ["Diagnostics", "Drawing", "PangoTypesetting", "Typesetting"],
  "ReportSpecTests": ["Diagnostics", "Drawing", "HouseStyle", "ReportSpec"],
  "SampleRespondentsTests": [
    "Diagnostics", "ReportSpec", "SampleStudy", "SurveyFiles", "SurveyImport", "SurveyResults",
    "SurveyStatistics",
  ],
  "SurveyFilesTests": ["SurveyFiles"],
  "SurveyImportTests": ["Diagnostics", "SurveyImport", "SurveyResults", "SurveyStatistics"],
  "SurveyResultsTests": [
    "Diagnostics", "SurveyResults", "SurveyStatistics",
    .product(name: "GRDB", package: "GRDB.swift"),
  ],
  "SurveyStatisticsTests": ["SurveyStatistics"],
  "TypesettingTests": ["Drawing", "Typesetting"],
]
/// What tests read besides their sources.
let testData = [
  "EndToEndTests": ["Blocks", "Goldens"], "LayoutTests": ["Goldens"],
  "SampleRespondentsTests": ["Fixtures"],
  "SurveyFilesTests": ["Fixtures"],
  "SurveyStatisticsTests": ["Fixtures"],
]
for (name, dependencies) in tests.sorted(by: { $0.key < $1.key }) {
  package.targets.append(
    .testTarget(
      name: name, dependencies: dependencies + ["TestSupport"],
      exclude: testData[name] ?? []))
}

for target in package.targets where target.type != .system {
  var settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
  if target.type != .test { settings.append(.strictMemorySafety()) }
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
