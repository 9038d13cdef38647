using Microsoft.EntityFrameworkCore;
using Moothall.Bench.Matching;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Priorities;
using Moothall.Features.Public;

namespace Moothall.Bench.Pages;

/// <summary>Eight people of the partnership, half of the team and half of its agencies, and what each of them asks.</summary>
internal sealed class PageSet : IDisposable
{
    private const int Searches = 12;

    private static readonly string[] People =
    [
        "Helen Marlowe",
        "Sergeant Amy Thackeray",
        "Marcus Oyelaran",
        "Kirsty Lomax",
        "Tariq Anwar",
        "Daniel Rooke",
        "Judith Penhale",
        "Watch Manager Paul Stanier",
    ];

    private readonly List<SignedIn> people = [];
    private readonly Dice dice = new(4);
    private List<string> references = [];
    private List<string> surnames = [];
    private List<Guid> actions = [];
    private Guid minutes;
    private Guid meeting;
    private Guid plan;
    private Guid pursued;
    private Guid priority;
    private Guid published;

    /// <summary>Signs them in and looks up what there is to ask for.</summary>
    public static async Task<PageSet> OpenAsync(Uri root, Filling filling)
    {
        var set = new PageSet();
        foreach (var name in People)
        {
            set.people.Add(await SignedIn.AsAsync(root, name));
        }

        await using var db = filling.Open();
        set.references = await db.Set<HubCase>()
            .Where(one => one.Visibility == CaseVisibility.Hub && one.Status != CaseStatus.Closed)
            .OrderBy(one => one.Reference)
            .Select(one => one.Reference)
            .Take(2000)
            .ToListAsync();
        set.surnames = await db.Set<CasePerson>()
            .OrderBy(person => person.Id)
            .Select(person => person.FamilyName)
            .Take(5000)
            .ToListAsync();
        set.actions = await db.Set<HubAction>()
            .Where(one => one.Status == ActionStatus.Open)
            .OrderBy(one => one.Id)
            .Select(one => one.Id)
            .Take(2000)
            .ToListAsync();
        set.minutes = await db.Set<Minutes>()
            .Where(one => one.Status == MinutesStatus.Released)
            .OrderByDescending(one => one.CreatedAt)
            .Select(one => one.MeetingId)
            .FirstAsync();
        set.meeting = await db.Set<HubMeeting>()
            .Where(one => one.Status == MeetingStatus.Live)
            .Select(one => one.Id)
            .FirstAsync();
        set.plan = await db.Set<PartnershipPlan>()
            .Where(one => one.Details.Title == FilledPlan.Title)
            .Select(one => one.Id)
            .SingleAsync();
        (set.pursued, set.priority) = await db.Set<PlanPriority>()
            .Where(one => one.PlanId == set.plan && one.Order == 1)
            .Select(one => new ValueTuple<Guid, Guid>(one.Id, one.PriorityId))
            .SingleAsync();
        set.published = await db.Set<Publication>()
            .Where(one => one.SubjectId == set.plan)
            .Select(one => one.Id)
            .SingleAsync();
        return set;
    }

    /// <summary>The pages beside their bare ones.</summary>
    public async Task<IReadOnlyList<Pair>> PairsAsync(Uri product, Uri bare)
    {
        var searched = await SearchAsync();
        return
        [
            new("This week", Each(product, _ => "/"), Bare(bare, () => "/Week"), null),
            new("Case list", Each(product, _ => "/Cases"), Bare(bare, () => "/List"), 3),
            new(
                "A case",
                Each(product, _ => $"/Cases/{dice.Of(references)}"),
                Bare(bare, () => $"/Case/{dice.Of(references)}"),
                3
            ),
            new(
                "Search by surname",
                Each(product, place => $"/Search/{dice.Of(searched[place])}"),
                Bare(bare, () => $"/Search?name={NormalisedName.Of(dice.Of(surnames))}"),
                3
            ),
            new(
                "Minutes",
                Each(product, _ => $"/Minutes/{minutes}"),
                Bare(bare, () => $"/Paper/{minutes}"),
                3
            ),
            new(
                "Live meeting",
                Each(product, _ => $"/Meetings/{meeting}/Live"),
                Bare(bare, () => $"/Meeting/{meeting}"),
                null
            ),
            new(
                "The plan",
                Each(product, _ => $"/Plan/{plan}"),
                Bare(bare, () => $"/Plan/{plan}"),
                null
            ),
            new(
                "A priority of the plan",
                Each(product, _ => $"/Plan/Priorities/{pursued}"),
                Bare(bare, () => $"/Plan/{plan}"),
                null
            ),
            new(
                "A priority with all that serves it",
                Each(product, _ => $"/Priorities/{priority}"),
                Bare(bare, () => $"/Plan/{plan}"),
                null
            ),
            new(
                "Public page of the plan",
                Each(product, _ => $"/Public/{published}"),
                Bare(bare, () => $"/Published/{published}"),
                null
            ),
        ];
    }

    private List<Func<Asked>> Each(Uri root, Func<int, string> path) =>
        [
            .. people.Select(
                (person, place) =>
                    (Func<Asked>)(
                        () =>
                        {
                            // Chance is shared by clients that run at once.
                            lock (dice)
                            {
                                return new(new Uri(root, path(place)), person.Cookie);
                            }
                        }
                    )
            ),
        ];

    private List<Func<Asked>> Bare(Uri root, Func<string> path) =>
        [
            .. people.Select(_ =>
                (Func<Asked>)(
                    () =>
                    {
                        lock (dice)
                        {
                            return new(new Uri(root, path()), "");
                        }
                    }
                )
            ),
        ];

    // Words are posted and kept under an address of the searcher's own (settled 19).
    private async Task<IReadOnlyList<IReadOnlyList<Guid>>> SearchAsync()
    {
        var searched = new List<IReadOnlyList<Guid>>();
        foreach (var person in people)
        {
            var own = new List<Guid>();
            for (var one = 0; one < Searches; one++)
            {
                var form = await person.Browser.GetAsync("/Search");
                var found = await person.Browser.PostAsync(
                    form,
                    form.Form(),
                    null,
                    ("Input.FamilyName", dice.Of(surnames)),
                    ("Input.Purpose", "CurrentWork"),
                    ("Input.Details", "Measuring")
                );
                own.Add(Guid.Parse(found.Path.Split('/')[^1].Split('?')[0]));
            }

            searched.Add(own);
        }

        return searched;
    }

    /// <inheritdoc/>
    public void Dispose() => people.ForEach(person => person.Dispose());
}
