using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Publishing;
using Moothall.Features.Public;
using Moothall.Features.Reports;
using Moothall.Features.Reports.Contents;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Presets;

/// <summary>What the demonstration's partnership told others: an update that scrutiny was given, a pack being written, and its public pages.</summary>
internal sealed class DemonstrationReports(DemonstrationStage stage, DateTime now)
{
    private const int DaysSinceIssue = 21;

    private readonly DateOnly today = UkTime.DateOf(now);

    /// <summary>Writes them; the plan and what was done for it must be there.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        var plan = await stage
            .Db.Set<PartnershipPlan>()
            .FirstAsync(one => one.Details.Status == PlanStatus.InForce, cancel);
        var organisations = await stage
            .Db.Set<Organisation>()
            .ToDictionaryAsync(one => one.Name, cancel);
        var year = PlanYear.Of(today);
        var update = await BeginAsync(
            new()
            {
                Kind = ReportKind.ScrutinyUpdate,
                PlanId = plan.Id,
                Details = new()
                {
                    Title = $"Update for scrutiny {year}",
                    From = year.First,
                    Until = today.AddDays(-28),
                    Reader = "Scrutiny Committee of Aldermere District Council",
                    MeetingOn = today.AddDays(-14),
                },
            },
            today.AddDays(-DaysSinceIssue),
            cancel
        );
        Say(
            update,
            "scrutiny.views",
            "412 residents answered the summer survey, 58 of them on paper.\n- What worries them most is off-road motorcycles on the Mere path.\n- What they would like to see more of is evening activities for young people."
        );
        Say(
            update,
            "scrutiny.recommendations",
            "The committee is asked to:\n- note the progress made\n- hear again in March, once the strategic assessment is complete."
        );
        foreach (
            var (post, organisation) in new[]
            {
                ("Community Safety Manager", "Aldermere District Council"),
                ("Chief Inspector", "Wendleshire Police"),
                ("Head of Prevention", "Wendleshire Fire and Rescue Service"),
            }
        )
        {
            update.Presenters.Add(
                new()
                {
                    ReportId = update.Id,
                    Organisation = organisations[organisation],
                    OrganisationId = organisations[organisation].Id,
                    Post = post,
                }
            );
        }

        if (update.Issue("", stage.Manager.User.Name, now.AddDays(-DaysSinceIssue)) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }

        var board = await stage
            .Db.Set<GovernanceBody>()
            .FirstAsync(one => one.Type == BodyType.StrategicBoard, cancel);
        var pack = await BeginAsync(
            new()
            {
                Kind = ReportKind.BoardPack,
                PlanId = plan.Id,
                BodyId = board.Id,
                Details = new()
                {
                    Title = $"Board pack, {UkTime.Date(today)}",
                    From = today.AddMonths(-3),
                    Until = today,
                    Reader = board.Name,
                },
            },
            today,
            cancel
        );
        Say(pack, "board.decisions", "Agree who comes in the name of health from January.");
        await PublishAsync(plan.Id, update, cancel);
    }

    private async Task<Report> BeginAsync(Report report, DateOnly on, CancellationToken cancel)
    {
        ReportWriter.Fill(
            report,
            await ReportFacts.LoadAsync(stage.Db, stage.Preset.Partnership.Name, report, on, cancel)
        );
        stage.Db.Add(report);
        return report;
    }

    private static void Say(Report report, string source, string words) =>
        report.Sections.Find(one => one.Source == source)!.Details.Text = words;

    // The plan, its summary and its progress are there for everybody; the update waits for its second person.
    private async Task PublishAsync(Guid planId, Report update, CancellationToken cancel)
    {
        var whole = (await WholePlan.LoadAsync(stage.Db, planId, cancel))!;
        var pages = new[]
        {
            PublicationKind.PlanSummary,
            PublicationKind.Plan,
            PublicationKind.PlanProgress,
        }
            .Select(kind =>
            {
                var (title, content) = PlanProjection.Of(kind, whole, today);
                return Prepare(kind, planId, title, content);
            })
            .ToList();
        foreach (var page in pages)
        {
            page.Publish((stage.Manager.User.Id, stage.Manager.User.Name), [], now.AddDays(-6));
        }

        stage.Db.AddRange(pages);
        stage.Db.Add(
            Prepare(
                PublicationKind.ScrutinyReport,
                update.Id,
                update.Details.Title,
                ReportPaper.Published(update)
            )
        );
    }

    private Publication Prepare(
        PublicationKind kind,
        Guid subject,
        string title,
        PublishedContent content
    ) =>
        Publication.Prepare(
            kind,
            subject,
            title,
            content,
            (stage.Coordinator.User.Id, stage.Coordinator.User.Name),
            now.AddDays(-7)
        );
}
