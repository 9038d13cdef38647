using Moothall.Features.Reports;
using Moothall.Platform.Data;

namespace Moothall.Tests.House.Markers;

/// <summary>A report being written, one that a board was given, and one for those outside.</summary>
internal sealed partial class PlantedWorld
{
    private void AddReports(MoothallDb db) =>
        db.AddRange(
            Report(Secret.ReportDraft, ReportKind.ScrutinyUpdate, issued: false),
            Report(Secret.ReportOfBoard, ReportKind.BoardPack, issued: true),
            Report(Secret.ReportIssued, ReportKind.AnnualReport, issued: true)
        );

    private Report Report(Secret secret, ReportKind kind, bool issued)
    {
        string Word(string place) => Marks.Word(secret, place);
        var report = new Report
        {
            Kind = kind,
            Details = new()
            {
                Title = Word("ReportDetails.Title"),
                Reader = Word("ReportDetails.Reader"),
                From = new(2026, 4, 1),
                Until = new(2026, 9, 30),
            },
        };
        Marks.Know(report.Id.ToString(), secret, "Report.Id");
        var section = new ReportSection
        {
            ReportId = report.Id,
            Order = 1,
            Source = "board.risks",
            Details = new()
            {
                Heading = Word("ReportSection.Heading"),
                Text = Word("ReportSection.Text"),
            },
            Table = new(
                "",
                ["What"],
                [
                    [Word("ReportSection.Table")],
                ],
                [1]
            ),
        };
        report.Sections.Add(section);
        Marks.Know(section.Id.ToString(), secret, "ReportSection.Id");
        if (issued)
        {
            var problem = report.Issue("Nobody else came.", "Maureen Oakes", Now);
            Assert.Null(problem);
        }

        report.Presenters.Add(
            new()
            {
                ReportId = report.Id,
                OrganisationId = Moothall.Tests.Hosting.World.Police,
                Organisation = null!,
                Post = Word("ReportPresenter.Post"),
            }
        );
        return report;
    }
}
