using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Forms;
using Moothall.Tests.Hosting;

namespace Moothall.Bench.Pages;

/// <summary>A member's representative who refers people, reports on their agency's actions and attaches files, by the real forms.</summary>
internal sealed class Writer : IDisposable
{
    private const string Token = "__RequestVerificationToken";

    private static readonly string[] People =
    [
        "Sergeant Amy Thackeray",
        "Kirsty Lomax",
        "Daniel Rooke",
        "Watch Manager Paul Stanier",
        "Colin Ashworth",
        "Gemma Tolley",
        "Moira Kettle",
        "Nadia Petrova",
    ];

    private readonly Uri root;
    private readonly SignedIn person;
    private List<KeyValuePair<string, string>> referral = [];
    private List<KeyValuePair<string, string>> report = [];

    private Writer(Uri root, SignedIn person) => (this.root, this.person) = (root, person);

    /// <summary>Open actions of their agency.</summary>
    public IReadOnlyList<Guid> Actions { get; private set; } = [];

    /// <summary>Opens addresses as they do.</summary>
    public Browser Browser => person.Browser;

    /// <summary>Signs eight of them in and opens their forms.</summary>
    public static async Task<List<Writer>> OpenAllAsync(Uri root, MoothallDb db)
    {
        var topic = await db.Set<Topic>()
            .OrderBy(one => one.Order)
            .Select(one => one.Id)
            .FirstAsync();
        var all = new List<Writer>();
        foreach (var name in People)
        {
            var writer = new Writer(root, await SignedIn.AsAsync(root, name));
            all.Add(writer);
            var user = await db.Set<User>()
                .Where(one => one.Name == name)
                .Select(one => one.Id)
                .SingleAsync();
            var members = db.Set<HubMembership>()
                .Where(one => one.Representatives.Any(person => person.UserId == user))
                .Select(one => one.Id);
            writer.Actions = await db.Set<HubAction>()
                .Where(one =>
                    one.Status == ActionStatus.Open && members.Contains(one.OwnerMembershipId)
                )
                .Select(one => one.Id)
                .Take(200)
                .ToListAsync();
            await writer.OpenFormsAsync(topic);
        }

        return all;
    }

    private async Task OpenFormsAsync(Guid topic)
    {
        var page = await Browser.GetAsync("/Referrals/New");
        referral = FormValues.Of(
            page.Form("Send the referral"),
            "Send the referral",
            [
                ("Input.Details.Kind", "Person"),
                ("Input.Details.Title", "Threats on the stairs"),
                ("Input.PrimaryTopicId", topic.ToString()),
                ("Input.People[0].Role", "Victim"),
                ("Input.People[0].DateOfBirth.Day", "3"),
                ("Input.People[0].DateOfBirth.Month", "4"),
                ("Input.People[0].Address", "12 Quarry Lane"),
                ("Input.People[0].Postcode", "zz99 1aa"),
                ("Input.People[0].Telephones", "none known"),
                ("Input.Details.TriedAlready", "Two visits by the housing officer."),
                ("Input.Details.AskedOfHub", "Agree who speaks with the neighbour."),
            ],
            out _
        );
        if (Actions.Count > 0)
        {
            page = await Browser.GetAsync($"/Actions/{Actions[0]}");
            report = FormValues.Of(
                page.Form("Evidence"),
                null,
                [("Report.Progress", "InProgress")],
                out _
            );
        }
    }

    /// <summary>Refers somebody.</summary>
    public Asked Refer(string given, string family, int year, string summary) =>
        Sent(
            "/Referrals/New",
            referral,
            ("Input.People[0].GivenNames", given),
            ("Input.People[0].FamilyName", family),
            ("Input.People[0].DateOfBirth.Year", year.ToString(CultureInfo.InvariantCulture)),
            ("Input.Details.Summary", summary),
            ("Input.FormId", Guid.CreateVersion7().ToString())
        );

    /// <summary>Says how an action of their agency goes.</summary>
    public Asked Report(Guid action, string text) =>
        Sent($"/Actions/{action}?handler=Report", report, ("Report.Text", text));

    /// <summary>Attaches a text file to a referral of their own.</summary>
    public Asked Attach(string reference, string name, string text) =>
        Sent($"/Referrals/{reference}/Files", [.. referral.Where(field => field.Key == Token)]) with
        {
            Upload = (name, text),
        };

    // Every sending is one of its own: with the key of an earlier one it would be "sent already".
    private Asked Sent(
        string path,
        IReadOnlyList<KeyValuePair<string, string>> form,
        params (string Name, string Value)[] own
    )
    {
        (string Name, string Value)[] changes =
        [
            .. own,
            (FormStampTagHelper.KeyField, Guid.CreateVersion7().ToString()),
        ];
        var names = changes.Select(change => change.Name).ToHashSet();
        return new(
            new(root, path),
            person.Cookie,
            [
                .. form.Where(field => !names.Contains(field.Key)),
                .. changes.Select(change => KeyValuePair.Create(change.Name, change.Value)),
            ]
        );
    }

    /// <inheritdoc/>
    public void Dispose() => person.Dispose();
}
