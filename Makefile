# The commands of the project; CONTRIBUTING.md says when to use which.
KATERN = .build/release/katern
# With Swift's libraries in it the program starts sooner, and runs where no Swift is installed.
RELEASE = -c release --static-swift-stdlib
REPORT = Reports/weerbaar-bestuur-2024
STUDY = Reports/election-study-1996

.PHONY: report gallery bench test setup check format goldens sheets respondents

## Print the sample reports to out/, from nothing.
report: setup
	swift build $(RELEASE) --product katern
	$(KATERN) import $(REPORT)
	$(KATERN) build $(REPORT) -o out/weerbaar-bestuur-2024.pdf
	$(KATERN) import $(STUDY)
	$(KATERN) build $(STUDY) -o out/election-study-1996.pdf
	$(KATERN) batch $(REPORT) --edition factsheet -o out/factsheets

## Print every kind of chart at its smallest, as usual and at its largest.
gallery: setup
	swift build $(RELEASE) --product katern
	$(KATERN) import Reports/gallery
	$(KATERN) build Reports/gallery -o out/gallery.pdf

## Time a report beside Typst; Benchmarks/Report/README.md says what else it needs.
bench: setup
	swift build $(RELEASE) --product katern
	python3 Benchmarks/Report/measure.py out/bench

## Run all tests.
test: setup
	swift test

## Install the Debian packages that are missing; .ci/packages.txt lists them.
setup:
	@.ci/setup

## Lint strictly, and hold every import against the staircase of Package.swift.
check:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift
	swift build --build-tests --explicit-target-dependency-import-check error

## Bring all sources into the committed format.
format:
	swift format --in-place --recursive --parallel Sources Tests Package.swift

## Record the golden files anew; fails if anything changed, so that nobody does it unseen.
goldens: setup
	KATERN_RECORD_GOLDENS=1 swift test || true
	git diff --stat --exit-code -- Tests

## Make the synthetic respondents of the sample study anew.
respondents:
	swift build $(RELEASE) --product SampleRespondents
	.build/release/SampleRespondents $(REPORT)
