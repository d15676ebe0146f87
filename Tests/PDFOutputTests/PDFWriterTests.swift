import DocumentTree
import Drawing
import Foundation
import PDFClauses
import PDFOutput
import PageModel
import Testing

@Suite struct PDFWriterTests {
  private func write(_ page: OnePage) throws -> [UInt8] {
    try PDFWriter(fonts: page.fonts).write(page.document)
  }

  /// What a program says of a file.
  private func output(
    of program: String, _ arguments: [String], on bytes: [UInt8]
  ) throws -> (
    status: Int32, text: String
  ) {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments.map { $0 == "FILE" ? file.path : $0 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  @Test func writesAFileThatQPDFAndWeFindWhole() throws {
    let bytes = try write(OnePage())
    #expect(try output(of: "qpdf", ["--check", "FILE"], on: bytes).status == 0)
    #expect(try TaggedPDF.check(bytes) == [])
  }

  @Test func extractsLettersSpacesAndLigatures() throws {
    let text = try output(of: "pdftotext", ["FILE", "-"], on: write(OnePage())).text
    #expect(text.contains("Efficiënt affiche"))
    #expect(text.contains("n = 113, ten minste 60%"))
  }

  @Test func saysWhatItIs() throws {
    let info = try output(of: "pdfinfo", ["FILE"], on: write(OnePage())).text
    #expect(info.contains("Title:           Ééne & <titel>"))
    #expect(info.contains("Author:          Wij"))
    #expect(info.contains("PDF version:     1.7"))
    #expect(info.contains("Nov 19 00:00:00 2024"))
    let metadata = try output(of: "pdfinfo", ["-meta", "FILE"], on: write(OnePage())).text
    #expect(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"))
    #expect(metadata.contains("<pdfaid:part>2</pdfaid:part>"))
    #expect(metadata.contains("Ééne &amp; &lt;titel&gt;"))
  }

  @Test func writesTheTagTree() throws {
    #expect(
      try TaggedPDF.tagTree(write(OnePage())) == """
        Document
          Sect
            H1 runs=1
            P runs=1
            Figure Alt='Een blok.' runs=1
            P
              Link runs=1 links=1
            Table
              TR
                TH #h1 Scope=Row runs=1
                TD Headers=h1 runs=1

        """)
  }

  @Test func givesTheSameBytesTwice() throws {
    let page = try OnePage()
    let writer = PDFWriter(fonts: page.fonts)
    let first = try writer.write(page.document)
    #expect(first == (try writer.write(page.document)))
    #expect(first == (try write(OnePage())))
  }

  @Test func drawsPictures() throws {
    let page = try OnePage()
    let writer = PDFWriter(fonts: page.fonts)
    let png = try writer.png(page.document.pages[0], dotsPerInch: 72)
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let svg = String(decoding: try writer.svg(page.document.pages[0]), as: UTF8.self)
    #expect(svg.contains("<svg"))
    #expect(!svg.contains("rgb(73.1"), "no marker is drawn")
  }

  @Test func namesAFontFileThatIsGone() throws {
    let page = try OnePage()
    var faces = page.fonts.faces
    for index in faces.indices { faces[index].path = "/nowhere/font.ttf" }
    let writer = PDFWriter(fonts: FontCatalogue(faces: faces))
    #expect(throws: DrawingError.self) { try writer.write(page.document) }
    do {
      _ = try writer.write(page.document)
    } catch {
      #expect("\(error)".contains("/nowhere/font.ttf"))
    }
  }
}

/// Each fault that a validator may overlook is found.
@Suite struct TaggedPDFTests {
  struct Planted: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var plant: @Sendable (inout OnePage) -> Void

    init(_ fault: String, _ plant: @escaping @Sendable (inout OnePage) -> Void) {
      testDescription = fault
      self.plant = plant
    }
  }

  static let planted = [
    Planted("a Figure has no alternative text") { page in
      page.document.structure.elements[page.element(.figure)].alternativeText = nil
    },
    Planted("a Figure has no content") { page in
      let figure = page.element(.figure)
      let run = page.document.structure.elements[figure].children[0]
      page.document.structure.elements[figure].children = []
      page.document.structure.elements[page.element(.heading1)].children.append(run)
    },
    Planted("a heading of level 3 follows level 0") { page in
      page.document.structure.elements[page.element(.heading1)].role = .heading3
    },
    Planted("a cell names the header 'h1', which is not there") { page in
      page.document.structure.elements[page.element(.tableHeader)].id = "h2"
    },
    Planted("the rows of a table have [1, 2] columns") { page in
      let table = page.element(.table)
      let row = page.document.structure.add(StructureElement(role: .tableRow), to: table)
      _ = page.document.structure.add(StructureElement(role: .tableCell), to: row)
    },
    Planted("a table header has no scope") { page in
      page.document.structure.elements[page.element(.tableHeader)].scope = nil
    },
    Planted("a link says nothing to those who cannot see it") { page in
      page.document.pages[0].links[0].description = ""
    },
    Planted("a Link has no annotation") { page in
      page.document.structure.elements[page.element(.link)].children.removeLast()
    },
    Planted("page 1: no element owns MCID 0") { page in
      page.document.structure.elements[page.element(.heading1)].children = []
    },
    Planted("two elements own MCID 0 of one page") { page in
      page.document.structure.elements[page.element(.paragraph)].children
        .append(.content(page: 0, id: 0))
    },
    Planted("the document has no title") { page in page.document.metadata.title = "" },
    Planted("the document has no language") { page in page.document.metadata.language = "" },
  ]

  @Test(arguments: planted) func findsWhatIsPlanted(_ planted: Planted) throws {
    var page = try OnePage()
    planted.plant(&page)
    let bytes = try PDFWriter(fonts: page.fonts).write(page.document)
    let faults = try TaggedPDF.check(bytes)
    #expect(faults.contains(planted.testDescription), "found: \(faults)")
  }

  @Test func refusesWhatIsNoPDF() {
    #expect(throws: QPDFError.self) { try TaggedPDF.check(Array("hello".utf8)) }
  }
}
