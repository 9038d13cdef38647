using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Features.Scrutiny.Replies;
using Moothall.Features.Scrutiny.Requests;
using Moothall.Features.Scrutiny.Reviews;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>A review with a recommendation, a reply and a note, and a request for information.</summary>
internal sealed partial class PlantedWorld
{
    private void AddScrutiny(MoothallDb db)
    {
        var review = new ScrutinyReview
        {
            Details = new()
            {
                MeetsOn = new(2026, 11, 3),
                Status = ReviewStatus.Held,
                IsAnnual = true,
            },
        };
        review.Presenters.Add(
            new()
            {
                ReviewId = review.Id,
                Order = 1,
                OrganisationId = World.Council,
                Post = "?",
            }
        );
        var one = new ScrutinyRecommendation
        {
            ReviewId = review.Id,
            Details = new()
            {
                Number = "1",
                // Only a recommendation without a sitting shows its report: the one below.
                Report = "-",
                DatedOn = new(2026, 11, 3),
                Kind = RecommendationKind.Partnership,
            },
            OwnerId = World.Council,
            ReplyBy = new(2026, 12, 1),
        };
        one.Close(RecommendationStatus.Done, new(2026, 11, 20), "?");
        var ofReport = new ScrutinyRecommendation
        {
            Details = new()
            {
                DatedOn = new(2026, 11, 4),
                Kind = RecommendationKind.OnePartner,
                ReferredOn = new(2026, 11, 5),
            },
            PartnerId = World.Police,
        };
        ofReport.Close(RecommendationStatus.NotAccepted, new(2026, 11, 20), "?");
        var reply = new ScrutinyReply
        {
            RecommendationId = one.Id,
            OrganisationId = World.Police,
            Details = new()
            {
                Answer = ReplyAnswer.Accept,
                Words = "?",
                RepliedOn = new(2026, 11, 18),
            },
        };
        var note = new RecommendationNote
        {
            RecommendationId = one.Id,
            At = Now,
            ByName = "?",
            ById = People.Coordinator.Id,
            Text = "?",
        };
        db.AddRange(Marks.Fill(db.Model, Secret.ScrutinyWork, review, one, ofReport, reply, note));
        Marks.Fill(db.Model, Secret.ScrutinyWork, [.. review.Presenters]);
        db.AddRange(
            Marks.Fill(
                db.Model,
                Secret.ScrutinyRequest,
                new InformationRequest
                {
                    Details = new() { AskedOn = new(2026, 11, 1), By = new(2026, 11, 30) },
                    Release = new()
                    {
                        Naming = Naming.Identifies,
                        WhyNaming = Marks.Word(Secret.ScrutinyGate, "InformationRequest.WhyNaming"),
                        WhichPrejudice = Marks.Word(
                            Secret.ScrutinyGate,
                            "InformationRequest.WhichPrejudice"
                        ),
                        Prejudice = Prejudice.None,
                        GivenOn = new(2026, 11, 20),
                        RestOn = new(2026, 12, 4),
                    },
                }
            )
        );
    }
}
