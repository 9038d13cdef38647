using Moothall.Features.Partnership.Bodies.BodyDocuments;
using Moothall.Features.Partnership.Bodies.BodyMeetings;
using Moothall.Features.Partnership.Bodies.BodyTerms;
using Moothall.Features.Public;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyPublishing;

/// <summary>What everybody may read of a body: terms in force, what of an agenda is public, documents for the public (S1-A3).</summary>
public static class BodyProjection
{
    /// <summary>Its terms; that others are being written is said, and nothing of them (S1-A4).</summary>
    public static (string Title, PublishedContent Content) Of(
        GovernanceBody body,
        TermsVersion terms,
        bool beingUpdated
    ) =>
        (
            $"{body.Name}: terms of reference",
            new(
                body.Purpose,
                [
                    new(
                        2,
                        "Terms of reference",
                        terms.Text,
                        [
                            .. Facts(
                                (
                                    "In force since",
                                    terms.AdoptedOn is { } on ? UkTime.Date(on) : ""
                                ),
                                (
                                    "To be reviewed by",
                                    terms.ReviewOn is { } review ? UkTime.Date(review) : ""
                                ),
                                ("State", beingUpdated ? "They are being updated." : "")
                            ),
                        ]
                    ),
                ]
            )
        );

    /// <summary>
    /// The public items of an agenda. Who presents them, papers and how to join online stay inside; that there are
    /// other items is said.
    /// </summary>
    public static (string Title, PublishedContent Content) Of(
        GovernanceBody body,
        BodyMeeting meeting
    )
    {
        var day = meeting.Details.Date!.Value;
        var items = meeting.Items.OrderBy(one => one.Order).Where(one => one.IsPublic).ToList();
        var others = meeting.Items.Count - items.Count;
        return (
            $"{body.Name}: agenda of {UkTime.Date(day)}",
            new(
                "",
                [
                    new(
                        2,
                        "The meeting",
                        "",
                        [
                            .. Facts(
                                (
                                    "When",
                                    $"{UkTime.LongDate(day)} at {Wording.Time(meeting.Details.Start)}"
                                ),
                                ("How people meet", DisplayNames.Of(meeting.Details.Mode)),
                                ("Where", meeting.Details.Place)
                            ),
                        ]
                    ),
                    new(
                        2,
                        "Agenda",
                        string.Join('\n', items.Select(one => $"- {one.Order}. {one.Title}"))
                            + (
                                others == 0
                                    ? ""
                                    : $"\n\n{(others == 1 ? "One other item is" : $"{others} other items are")} for partners only."
                            ),
                        []
                    ),
                ]
            )
        );
    }

    /// <summary>A document for the public, with the day of its file.</summary>
    public static (string Title, PublishedContent Content) Of(
        GovernanceBody body,
        BodyDocument document
    ) =>
        (
            document.Details.Title,
            new(
                "",
                [
                    new(
                        2,
                        "About this document",
                        "",
                        [
                            new("From", body.Name),
                            new("Dated", UkTime.Date(UkTime.DateOf(document.LastUpdated))),
                        ]
                    ),
                ]
            )
        );

    private static IEnumerable<PublishedFact> Facts(params (string Label, string Text)[] facts) =>
        facts
            .Where(one => one.Text.Length > 0)
            .Select(one => new PublishedFact(one.Label, one.Text));
}
