using Microsoft.EntityFrameworkCore;
using Moothall.Bench.Matching;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Access;
using Moothall.Platform.Forms;
using Moothall.Tests.Hosting;

namespace Moothall.Bench.Pages;

/// <summary>Eight representatives of members who refer people and report on their agency's actions.</summary>
internal sealed class WriteSet : IDisposable
{
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

    private readonly List<SignedIn> people = [];
    private readonly List<IReadOnlyList<Guid>> actions = [];
    private readonly Dice dice = new(5);
    private Guid topic;

    public static async Task<WriteSet> OpenAsync(Uri root, Filling filling)
    {
        var set = new WriteSet();
        await using var db = filling.Open();
        foreach (var name in People)
        {
            set.people.Add(await SignedIn.AsAsync(root, name));
            var user = await db.Set<User>()
                .Where(one => one.Name == name)
                .Select(one => one.Id)
                .SingleAsync();
            var members = db.Set<HubMembership>()
                .Where(one => one.Representatives.Any(person => person.UserId == user))
                .Select(one => one.Id);
            set.actions.Add(
                await db.Set<HubAction>()
                    .Where(one =>
                        one.Status == ActionStatus.Open && members.Contains(one.OwnerMembershipId)
                    )
                    .Select(one => one.Id)
                    .Take(200)
                    .ToListAsync()
            );
        }

        set.topic = await db.Set<Topic>()
            .OrderBy(one => one.Order)
            .Select(one => one.Id)
            .FirstAsync();
        return set;
    }

    /// <summary>What is saved, beside a bare page that writes one row.</summary>
    public async Task<IReadOnlyList<Pair>> PairsAsync(Uri product, Uri bare)
    {
        List<Func<Asked>> one =
        [
            .. people.Select(_ =>
                (Func<Asked>)(() => new(new(bare, "/Write"), "", [new("Text", "Visited.")]))
            ),
        ];
        return
        [
            new("Referral save", await ReferralsAsync(product), one, null, IsWrite: true),
            new("Action update", await UpdatesAsync(product), one, null, IsWrite: true),
        ];
    }

    private async Task<List<Func<Asked>>> ReferralsAsync(Uri root)
    {
        var all = new List<Func<Asked>>();
        foreach (var person in people)
        {
            var page = await person.Browser.GetAsync("/Referrals/New");
            var form = FormValues.Of(
                page.Form("Send the referral"),
                "Send the referral",
                [
                    ("Input.Details.Kind", "Person"),
                    ("Input.Details.Title", "Threats on the stairs"),
                    ("Input.PrimaryTopicId", topic.ToString()),
                    ("Input.People[0].GivenNames", ""),
                    ("Input.People[0].FamilyName", ""),
                    ("Input.People[0].Role", "Victim"),
                    ("Input.People[0].DateOfBirth.Day", "3"),
                    ("Input.People[0].DateOfBirth.Month", "4"),
                    ("Input.People[0].DateOfBirth.Year", ""),
                    ("Input.People[0].Address", "12 Quarry Lane"),
                    ("Input.People[0].Postcode", "zz99 1aa"),
                    ("Input.People[0].Telephones", "none known"),
                    ("Input.Details.Summary", "Threatened twice a week since October."),
                    ("Input.Details.TriedAlready", "Two visits by the housing officer."),
                    ("Input.Details.AskedOfHub", "Agree who speaks with the neighbour."),
                ],
                out var action
            );
            all.Add(() =>
            {
                lock (dice)
                {
                    return Sent(
                        new(root, action ?? "/Referrals/New"),
                        person,
                        form,
                        ("Input.People[0].GivenNames", Names.Given(dice)),
                        ("Input.People[0].FamilyName", Names.Family(dice)),
                        ("Input.People[0].DateOfBirth.Year", $"{1940 + dice.Below(70)}"),
                        ("Input.FormId", Guid.CreateVersion7().ToString())
                    );
                }
            });
        }

        return all;
    }

    private async Task<List<Func<Asked>>> UpdatesAsync(Uri root)
    {
        var all = new List<Func<Asked>>();
        foreach (var (person, own) in people.Zip(actions))
        {
            var page = await person.Browser.GetAsync($"/Actions/{own[0]}");
            var form = FormValues.Of(
                page.Form("Evidence"),
                null,
                [("Report.Progress", "InProgress"), ("Report.Text", "Visited; a card was left.")],
                out _
            );
            all.Add(() =>
            {
                lock (dice)
                {
                    return Sent(new(root, $"/Actions/{dice.Of(own)}?handler=Report"), person, form);
                }
            });
        }

        return all;
    }

    // Every sending is one of its own: with the key of an earlier one it would be "sent already".
    private static Asked Sent(
        Uri address,
        SignedIn person,
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
            address,
            person.Cookie,
            [
                .. form.Where(field => !names.Contains(field.Key)),
                .. changes.Select(change => KeyValuePair.Create(change.Name, change.Value)),
            ]
        );
    }

    /// <inheritdoc/>
    public void Dispose() => people.ForEach(person => person.Dispose());
}
