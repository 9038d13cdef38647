using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>
/// Makes the ordinary referral form, filled in with what was recognised, and settles the message with the referral that is
/// sent from it. The form bears the message's identifier, so that whoever sends it, the message becomes one referral.
/// </summary>
public sealed class MessageReferrals(
    MoothallDb db,
    MessageDesk desk,
    ReferralDrafts drafts,
    MessageTexts texts,
    CurrentUser user,
    TimeProvider clock
)
{
    private const int LongestSource = 120;
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins a draft, or goes on with the person's own. The caller saves.</summary>
    public async Task BeginAsync(OpenMessage open, CancellationToken cancel)
    {
        open.Message.Begin(user.Name, Now);
        if (await drafts.FindAsync(open.Message.Id, cancel) is null)
        {
            await drafts.SaveAsync(open.Message.Id, new FormCollection(Values(open)), cancel);
        }
    }

    /// <summary>The message a form was begun from, where the person in front of the page may see it.</summary>
    public Task<OpenMessage?> OfAsync(Guid formId, CancellationToken cancel) =>
        desk.FindAsync(formId, cancel);

    /// <summary>Says so where the message became something since the form was opened, or where nobody said which organisation sent it.</summary>
    public static void Check(OpenMessage? open, ReferralForm form, ModelStateDictionary state)
    {
        if (open is { Message.IsSettled: true })
        {
            state.AddModelError(
                "",
                $"This message has been dealt with already. {open.Message.SettledWords()} Nothing was sent."
            );
        }
        else if (open is not null && form.OrganisationId is null)
        {
            state.AddModelError("Input.OrganisationId", "Choose the organisation that refers");
        }
    }

    /// <summary>What may be attached to the referral: the files of the message, and the message itself as text, under its own identifier.</summary>
    public static IReadOnlyList<SelectListItem> Choices(OpenMessage open) =>
        [
            .. MessageFiles.Choices(open),
            new("The message itself, as a text", open.Message.Id.ToString()),
        ];

    /// <summary>Settles the message with its referral and carries over what was ticked. The caller saves.</summary>
    public async Task CarryAsync(
        OpenMessage open,
        Referral referral,
        IReadOnlyCollection<Guid> ticked,
        CancellationToken cancel
    )
    {
        ReferralAttachment Attach(Guid fileId) =>
            new()
            {
                ReferralId = referral.Id,
                FileId = fileId,
                AddedByName = user.Name,
            };
        MessageFiles.Carry(db, open, ticked, Attach);
        if (ticked.Contains(open.Message.Id))
        {
            db.Add(Attach(await texts.KeepAsync(open, cancel)));
        }

        open.Message.Settle(
            MessageStatus.Referral,
            referral.Id,
            referral.Reference,
            user.Name,
            Now
        );
    }

    /// <summary>"Jo Reed, by e-mail on 22 November 2026 at 10:14".</summary>
    public static string Source(OpenMessage open)
    {
        var at = open.Message.ReceivedAt;
        var how =
            open.Message.AddedByName.Length > 0 && open.Content.FromAddress.Length == 0
                ? $"in a document added on {UkTime.Date(UkTime.DateOf(at))}"
                : $"by e-mail on {UkTime.Date(UkTime.DateOf(at))} at {UkTime.Clock(at)}";
        var from = open.From.Length == 0 ? "Somebody not named" : open.From;
        var most = LongestSource - how.Length - 2;
        return $"{(from.Length > most ? from[..most] : from)}, {how}";
    }

    private static Dictionary<string, StringValues> Values(OpenMessage open)
    {
        var found = open.Recognised;
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["Input.FormId"] = open.Message.Id.ToString(),
            ["Input.ReceivedFrom"] = Source(open),
            ["Input.Details.Kind"] = nameof(CaseKind.Person),
            ["Input.Details.Title"] = TitleOf(open),
            ["Input.Details.Summary"] = SummaryOf(open.Content),
        };
        // Nobody's own organisation stands in for a sender who is not known: it is to be chosen.
        values["Input.OrganisationId"] = open.Sender.Known?.OrganisationId?.ToString() ?? "";
        // A message is made a referral because it is about that matter, so all of it is ticked until somebody takes a tick away.
        values["Ticked"] = Choices(open).Select(choice => choice.Value).ToArray();
        if (found.TopicIds.Count > 0)
        {
            values["Input.PrimaryTopicId"] = found.TopicIds[0].ToString();
            if (found.TopicIds.Count > 1)
            {
                values["Input.OtherTopicIds"] = found
                    .TopicIds.Skip(1)
                    .Select(id => id.ToString())
                    .ToArray();
            }
        }

        void Person(string field, string value) => values[$"Input.People[0].{field}"] = value;
        Person("GivenNames", found.GivenNames);
        Person("FamilyName", found.FamilyName);
        Person("Address", found.Address);
        Person("Postcode", found.Postcode);
        Person("Telephones", found.Telephone);
        if (found.DateOfBirth is { } born)
        {
            Person("DateOfBirth.Day", born.Day.ToString(CultureInfo.InvariantCulture));
            Person("DateOfBirth.Month", born.Month.ToString(CultureInfo.InvariantCulture));
            Person("DateOfBirth.Year", born.Year.ToString(CultureInfo.InvariantCulture));
        }

        return values;
    }

    // A title stands on the agenda, where no name does; a subject that holds one is left out.
    private static string TitleOf(OpenMessage open)
    {
        var title = open.Content.Subject;
        string[] before = ["re:", "fw:", "fwd:", "referral:", "referral -", "referral –"];
        while (
            Array.Find(before, one => title.StartsWith(one, StringComparison.OrdinalIgnoreCase))
                is { } prefix
        )
        {
            title = title[prefix.Length..].Trim();
        }

        var names = NormalisedName.Parts(
            $"{open.Recognised.GivenNames} {open.Recognised.FamilyName}"
        );
        return NormalisedName.Parts(title).Intersect(names).Any() ? ""
            : title.Length > 120 ? title[..120]
            : title;
    }

    private static string SummaryOf(MessageContent content)
    {
        const string cut = "\n\n(The message goes on. Attach it, or shorten this.)";
        var text = content.AllText;
        return text.Length <= ReferralDetails.SummaryLimit
            ? text
            : text[..(ReferralDetails.SummaryLimit - cut.Length)] + cut;
    }
}
