using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Features.Scrutiny.Replies;
using Moothall.Features.Scrutiny.Requests;
using Moothall.Features.Scrutiny.Reviews;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Presets;

/// <summary>The demonstration's scrutiny: last year's annual review and what came of it, a review this autumn, the next one planned.</summary>
internal sealed class DemonstrationScrutiny(DemonstrationStage stage, DateOnly today)
{
    private const string Committee = "Scrutiny Committee";
    private const string Council = "Aldermere District Council";
    private const string County = "Wendleshire County Council";
    private const string Police = "Wendleshire Police";
    private const string Fire = "Wendleshire Fire and Rescue Service";
    private const string Probation = "Probation Service";
    private const string Health = "Wendleshire Integrated Care Board";
    private const int ReplyDays = 28;

    private static readonly string[] Authorities =
    [
        Council,
        County,
        Police,
        Fire,
        Probation,
        Health,
    ];

    /// <summary>Writes it.</summary>
    public void Write()
    {
        LastYear();
        ThisAutumn();
        NextYear();
        Asked();
    }

    private void LastYear()
    {
        // The March before today, whichever year that was in.
        var on = new DateOnly(today.Month > 3 ? today.Year : today.Year - 1, 3, 12);
        var review = Review(
            on,
            isAnnual: true,
            "The year’s activity of the partnership and its plan, objective by objective",
            "The committee welcomed the bleed kits and the evenings for young people. It asked for figures that compare with the year before.",
            (Council, "Community Safety Manager"),
            (Police, "Chief Inspector, Aldermere"),
            (Fire, "Station Manager, Prevention")
        );
        var compare = Recommendation(
            review,
            "1",
            "That each objective of the plan be reported with the figure of the year before.",
            Council,
            "The quarterly report has a second column."
        );
        foreach (var name in Authorities)
        {
            Reply(
                compare,
                name,
                on.AddDays(20),
                "Agreed. Our figures go to the analyst each quarter."
            );
        }

        compare.Close(
            RecommendationStatus.Done,
            on.AddDays(110),
            "Since the first quarter every objective is shown beside last year’s figure."
        );
        var waiting = Recommendation(
            review,
            "2",
            "That the response times of one partner’s telephone line be looked at.",
            Police,
            "Referred with the committee’s words."
        );
        (waiting.Details.Kind, waiting.Details.GoverningBody, waiting.Details.ReferredOn) = (
            RecommendationKind.OnePartner,
            "Office of the Police and Crime Commissioner for Wendleshire",
            on.AddDays(6)
        );
        (waiting.PartnerId, waiting.ReplyBy) = (Of(Police), null);
        waiting.Details.Target = today.AddDays(60);
    }

    private void ThisAutumn()
    {
        var on = today.AddDays(-40);
        var review = Review(
            on,
            isAnnual: false,
            "Anti-social behaviour at the bus station and on the canal path",
            "Two residents spoke. The committee asked what partners can do before the new lamps come.",
            (Council, "Community Safety Coordinator"),
            (Police, "Neighbourhood Sergeant")
        );
        var lamps = Recommendation(
            review,
            "1",
            "That partners agree joint patrols of the bus station and the canal path until the new lighting is in place.",
            Council,
            "A rota of wardens, neighbourhood police and the detached youth workers."
        );
        lamps.Details.Target = today.AddDays(45);
        Reply(
            lamps,
            Council,
            on.AddDays(15),
            "Accepted. Wardens walk both on Fridays and Saturdays."
        );
        Reply(
            lamps,
            Police,
            on.AddDays(24),
            "Accepted for the bus station. The canal path is patrolled when calls ask for it.",
            ReplyAnswer.AcceptInPart
        );
        foreach (var name in new[] { County, Fire, Probation, Health })
        {
            Reply(lamps, name, null, "");
        }

        lamps.Notes.Add(
            new()
            {
                RecommendationId = lamps.Id,
                At = UkTime.ToUtc(today.AddDays(-9), new(14, 20)),
                ById = stage.Coordinator.User.Id,
                ByName = stage.Coordinator.User.Name,
                Text = "The rota runs until the end of next month. Six patrols were walked so far.",
            }
        );
        var report = new ScrutinyRecommendation
        {
            Details = new()
            {
                Report = $"{Committee}: report on safety in the night-time economy",
                Number = "4",
                Text =
                    "That venues are told in one letter what each partner offers them, with one number to ring.",
                DatedOn = today.AddDays(-12),
                Kind = RecommendationKind.Partnership,
            },
            ReplyBy = today.AddDays(-12 + ReplyDays),
        };
        stage.Db.Add(report);
        foreach (var name in Authorities)
        {
            Reply(report, name, null, "");
        }
    }

    private void NextYear() =>
        Review(
            new(today.Month > 3 ? today.Year + 1 : today.Year, 3, 25),
            isAnnual: true,
            "The year’s activity of the partnership and its plan, with an update on each objective",
            "",
            (Council, "Community Safety Manager"),
            (Police, "Chief Inspector, Aldermere")
        );

    private void Asked()
    {
        stage.Db.Add(
            new InformationRequest
            {
                Details = new()
                {
                    Committee = Committee,
                    Asked = "Reports of anti-social behaviour by ward, for the last two years.",
                    AskedOn = today.AddDays(-62),
                    By = today.AddDays(-44),
                },
                Release = new()
                {
                    Naming = Naming.Depersonalised,
                    Prejudice = Prejudice.None,
                    GivenOn = today.AddDays(-47),
                    Given = "A table by ward and quarter; numbers below five are not shown.",
                },
            }
        );
        stage.Db.Add(
            new InformationRequest
            {
                Details = new()
                {
                    Committee = Committee,
                    Asked =
                        "What partners spent on the evenings for young people, and how many came.",
                    AskedOn = today.AddDays(-5),
                    By = today.AddDays(16),
                },
            }
        );
    }

    private ScrutinyReview Review(
        DateOnly on,
        bool isAnnual,
        string subject,
        string said,
        params (string Agency, string Post)[] presenters
    )
    {
        var review = new ScrutinyReview
        {
            Details = new()
            {
                Committee = Committee,
                MeetsOn = on,
                Status = on > today ? ReviewStatus.Planned : ReviewStatus.Held,
                IsAnnual = isAnnual,
                Subject = subject,
                Said = said,
            },
        };
        foreach (var (agency, post) in presenters)
        {
            review.Presenters.Add(
                new()
                {
                    ReviewId = review.Id,
                    Order = review.Presenters.Count + 1,
                    OrganisationId = Of(agency),
                    Post = post,
                }
            );
        }

        stage.Db.Add(review);
        return review;
    }

    private ScrutinyRecommendation Recommendation(
        ScrutinyReview review,
        string number,
        string text,
        string owner,
        string action
    )
    {
        var on = review.Details.MeetsOn!.Value;
        var one = new ScrutinyRecommendation
        {
            ReviewId = review.Id,
            Details = new()
            {
                Number = number,
                Text = text,
                DatedOn = on,
                Kind = RecommendationKind.Partnership,
                Action = action,
                Target = on.AddDays(120),
            },
            OwnerId = Of(owner),
            ReplyBy = on.AddDays(ReplyDays),
        };
        stage.Db.Add(one);
        return one;
    }

    private void Reply(
        ScrutinyRecommendation one,
        string agency,
        DateOnly? on,
        string words,
        ReplyAnswer answer = ReplyAnswer.Accept
    ) =>
        one.Replies.Add(
            new()
            {
                RecommendationId = one.Id,
                OrganisationId = Of(agency),
                Details = new()
                {
                    Answer = on is null ? null : answer,
                    Words = words,
                    RepliedOn = on,
                },
                ByName = on is null ? "" : stage.Coordinator.User.Name,
            }
        );

    private Guid Of(string organisation) => stage.Written.Organisations[organisation].Id;
}
