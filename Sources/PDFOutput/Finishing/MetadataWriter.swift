import CQPDF
import DocumentTree

/// Writes what a file says of itself: information, XMP with both standards, output intent, language.
struct MetadataWriter {
  let file: QPDFFile
  let metadata: Document.Metadata

  static let producer = "Katern"

  func write(into root: QPDFFile.Object) {
    file.set("Lang", of: root, to: file.ascii(metadata.language))
    file.set(
      "ViewerPreferences", of: root,
      to: file.dictionary(["DisplayDocTitle": file.boolean(true)]))
    writeInformation()
    let packet = file.stream(Array(xmp.utf8))
    let dictionary = file.dictionary(of: packet)
    file.set("Type", of: dictionary, to: file.name("Metadata"))
    file.set("Subtype", of: dictionary, to: file.name("XML"))
    file.set("Metadata", of: root, to: packet)
    writeOutputIntent(into: root)
  }

  private var date: String { metadata.date ?? "1970-01-01" }

  private func writeInformation() {
    let compact = date.split(separator: "-").joined()
    let information = file.dictionary([
      "Title": file.text(metadata.title), "Producer": file.ascii(Self.producer),
      "Creator": file.ascii(Self.producer), "CreationDate": file.ascii("D:\(compact)000000Z"),
      "ModDate": file.ascii("D:\(compact)000000Z"),
    ])
    if !metadata.author.isEmpty {
      file.set("Author", of: information, to: file.text(metadata.author))
    }
    if !metadata.subject.isEmpty {
      file.set("Subject", of: information, to: file.text(metadata.subject))
    }
    file.set("Info", of: file.trailer, to: file.indirect(information))
  }

  private func writeOutputIntent(into root: QPDFFile.Object) {
    let profile = file.stream(ICCProfile.sRGB)
    file.set("N", of: file.dictionary(of: profile), to: file.integer(3))
    let intent = file.dictionary([
      "Type": file.name("OutputIntent"), "S": file.name("GTS_PDFA1"),
      "OutputConditionIdentifier": file.ascii("sRGB IEC61966-2.1"),
      "Info": file.ascii("sRGB IEC61966-2.1"), "DestOutputProfile": profile,
    ])
    file.set("OutputIntents", of: root, to: file.array([file.indirect(intent)]))
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }

  private func list(
    _ element: String, _ container: String, _ text: String, _ attribute: String = ""
  )
    -> String
  {
    if text.isEmpty { return "" }
    return "<\(element)><rdf:\(container)><rdf:li\(attribute)>\(escaped(text))</rdf:li>"
      + "</rdf:\(container)></\(element)>"
  }

  private var xmp: String {
    let language = " xml:lang=\"x-default\""
    return """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
      xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
      xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      <dc:format>application/pdf</dc:format>\(list("dc:title", "Alt", metadata.title, language))\
      \(list("dc:creator", "Seq", metadata.author))\
      \(list("dc:description", "Alt", metadata.subject, language))\
      \(list("dc:language", "Bag", metadata.language))
      <xmp:CreateDate>\(date)T00:00:00Z</xmp:CreateDate>\
      <xmp:ModifyDate>\(date)T00:00:00Z</xmp:ModifyDate>\
      <xmp:CreatorTool>\(Self.producer)</xmp:CreatorTool>\
      <pdf:Producer>\(Self.producer)</pdf:Producer>
      <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\
      <pdfuaid:part>1</pdfuaid:part></rdf:Description>
      \(Self.extensionSchema)
      </rdf:RDF></x:xmpmeta>
      <?xpacket end="w"?>
      """
  }

  /// PDF/A accepts the identifier of PDF/UA only if the file declares it.
  private static let extensionSchema = """
    <rdf:Description rdf:about="" \
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
    <rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
    <pdfaProperty:category>internal</pdfaProperty:category>\
    <pdfaProperty:description>Indicates which part of ISO 14289 is followed\
    </pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag>\
    </pdfaExtension:schemas></rdf:Description>
    """
}
