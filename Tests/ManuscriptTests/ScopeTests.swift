import DocumentTree
import Testing

/// What queries need not say because something around them says it.
@Suite struct ScopeTests {
  @Test func aHeadingSetsTheQuestionUpToTheNextOfItsLevel() throws {
    let outcome = try SmallReport.compose(
      """
      ## Een {question=agressie}

      {{ any for burgemeester }}

      ### Binnen {question=bekendheid}

      {{ bekend for burgemeester }}

      ### Weer buiten

      {{ verbaal for burgemeester }}

      ## Twee

      {{ any for burgemeester }}
      """)
    #expect(outcome.faults == ["15:4 no-question"])
    #expect(outcome.document.figures.map(\.printed) == ["60%", "93%", "49%"])
  }

  @Test func aHeadingSetsWaveAndSegment() throws {
    let outcome = try SmallReport.compose(
      """
      ## Toen {question=bekendheid wave=2021 for=raadslid}

      {{ bekend }} van de raadsleden, {{ bekend in 2024 }} nu, {{ bekend for wethouder }}.
      """)
    #expect(outcome.faults == [])
    #expect(outcome.document.figures.map(\.printed) == ["26%", "47%", "35%"])
  }

  @Test func aListItemThatOpensWithALabelSetsTheSegment() throws {
    let outcome = try SmallReport.compose(
      """
      ## Kop {question=agressie}

      - Burgemeesters: {{ any }}
        - en daarbinnen {{ verbaal }}
      - Raadslid {{ any }}, wethouders {{ any for wethouder }}
      - Wethoudersvereniging: {{ any }}
      """)
    #expect(outcome.faults == [])
    let figures = outcome.document.figures.map { "\($0.query) \($0.printed)" }
    #expect(
      figures == [
        "agressie.any for role:burgemeester in 2024 60%",
        "agressie.verbaal for role:burgemeester in 2024 49%",
        "agressie.any for role:raadslid in 2024 33%",
        "agressie.any for role:wethouder in 2024 45%",
        // A longer word that begins with a label is none.
        "agressie.any for total in 2024 37%",
      ])
  }

  @Test func aSheetIsAboutItsSegment() throws {
    let text = """
      ## Kop {question=agressie}

      {{ plural for this }}: {{ any for this }} tegen {{ any for others }}, n = {{ n for this }}.

      ::: only raadslid wethouder
      Alleen hier.
      :::

      ::: only burgemeester
      Alleen daar.
      :::
      """
    let sheet = try SmallReport.compose(text, for: "role:raadslid")
    #expect(sheet.faults == [])
    let words = sheet.blocks.compactMap { block in
      if case .paragraph(let text) = block.content { text.plainText } else { nil }
    }
    #expect(words == ["raadsleden: 33% tegen 46%, n = 1.081.", "Alleen hier."])
    #expect(sheet.document.parts.map(\.role) == [.sheet])
  }

  /// A note with a query is another one for each segment of a loop; one without is one note.
  @Test func notesOfALoopAreFilledInWhereTheirMarksStand() throws {
    let outcome = try SmallReport.compose(
      """
      ::: each role
      Tekst[^eigen] en meer[^vast].
      :::

      [^eigen]: Van de groep {{ agressie.any for this }}.
      [^vast]: Voor allen gelijk.
      """)
    #expect(outcome.faults == [])
    let notes = outcome.document.notes.map { note -> String in
      guard case .paragraph(let text)? = note.blocks.first?.content else { return "" }
      return text.plainText
    }
    #expect(
      notes == [
        "Van de groep 60%.", "Voor allen gelijk.", "Van de groep 45%.", "Van de groep 33%.",
        "Van de groep 34%.",
      ])
    let marks = outcome.blocks.flatMap { block -> [LateText] in
      guard case .paragraph(let text) = block.content else { return [] }
      return text.compactMap(\.late)
    }
    #expect(marks == [0, 1, 2, 1, 3, 1, 4, 1].map { .noteMark($0) })
  }

  @Test func eachSegmentIsThisInTurn() throws {
    let outcome = try SmallReport.compose(
      """
      ::: each role
      ## {{ plural for this }} {#ambt}

      {{ agressie.any for this }}
      :::
      """)
    #expect(outcome.document.figures.map(\.printed) == ["60%", "45%", "33%", "34%"])
    #expect(
      outcome.blocks.compactMap(\.anchor) == ["ambt", "ambt-2", "ambt-3", "ambt-4"])
  }

  @Test func eachItemOfABatteryIsTheItemInTurn() throws {
    let outcome = try SmallReport.compose(
      """
      ::: each item of placement
      {{ item }}: {{ left }} to {{ right }} of {{ base }}.
      :::
      """, results: SmallReport.voters)
    #expect(outcome.faults == [])
    let words = outcome.blocks.compactMap { block in
      if case .paragraph(let text) = block.content { text.plainText } else { nil }
    }
    #expect(
      words == [
        "Respondents themselves: 28% to 45% of 944.", "Bill Clinton: 70% to 13% of 944.",
        "Bob Dole: 9% to 82% of 944.",
      ])
  }

  @Test func anchorsAreUniqueAndLeaveNamesThatAuthorsGive() throws {
    let outcome = try SmallReport.compose(
      "## Respons\n\nTekst.\n\n## Respons\n\nTekst.\n\n## Iets anders {#respons}\n\nTekst.")
    #expect(outcome.faults == [])
    #expect(outcome.blocks.compactMap(\.anchor) == ["respons-2", "respons-3", "respons"])
  }
}
