using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Search;

/// <summary>A case or referral that fits, with the people and places that make it fit.</summary>
public sealed record SearchHit(
    Guid Id,
    bool IsCase,
    string Reference,
    string Title,
    IReadOnlyList<CasePerson> People,
    IReadOnlyList<string> Places
);

/// <summary>One page of results.</summary>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, int Count, int Pages, bool IsCut);

/// <summary>Searches cases and referrals, over what the viewer may see and no further: nothing else is even counted.</summary>
public sealed class RecordSearch(MoothallDb db, HubViewers viewers)
{
    private const int PageSize = 25;

    /// <summary>More records than this cannot be read; the person is asked to narrow the search.</summary>
    private const int Most = 500;

    /// <summary>The page of results, from 1.</summary>
    public async Task<SearchPage> FindAsync(
        SearchForm form,
        int pageNumber,
        CancellationToken cancel
    )
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var visible = db.Set<HubCase>().VisibleTo(viewer, db);
        var placed = Placed(viewer);
        var people = People(form);
        // Few people fit and many cases are visible, so one begins from the people.
        var (theirCases, theirReferrals) = (
            people.Select(p => p.CaseId),
            people.Select(p => p.ReferralId)
        );
        var asksPerson = AsksPerson(form);
        var (reference, place) = (HumanReference.Normalise(form.Reference) ?? "", PlaceOf(form));
        var (asksReference, old) = (
            form.Reference.Trim().Length > 0,
            NormalisedName.Of(form.Reference)
        );
        var cases = await visible
            .Where(c =>
                !asksReference
                || c.Reference == reference
                || (old != "" && c.SearchOldReference == old)
            )
            .Where(c => !asksPerson || theirCases.Contains(c.Id))
            .Where(c =>
                place == ""
                || (placed.Contains(c.Id) && c.Places.Any(one => one.SearchText.Contains(place)))
                || c.People.Any(one => one.SearchAddress.Contains(place))
            )
            .OrderByDescending(c => c.OpenedAt)
            .Select(c => new Found(c.Id, true, c.OpenedAt))
            .Take(Most + 1)
            .ToListAsync(cancel);
        var referrals = await db.Set<Referral>()
            .VisibleTo(viewer, db)
            // A referral that is part of a visible case is found as that case.
            .Where(r => r.CaseId == null || !visible.Any(c => c.Id == r.CaseId))
            .Where(r => !asksReference || r.Reference == reference)
            .Where(r => !asksPerson || theirReferrals.Contains(r.Id))
            .Where(r =>
                place == ""
                || r.Places.Any(one => one.SearchText.Contains(place))
                || r.People.Any(one => one.SearchAddress.Contains(place))
            )
            .OrderByDescending(r => r.SubmittedAt)
            .Select(r => new Found(r.Id, false, r.SubmittedAt))
            .Take(Most + 1)
            .ToListAsync(cancel);
        var all = cases.Concat(referrals).OrderByDescending(one => one.At).ToList();
        var pages = (all.Count + PageSize - 1) / PageSize;
        var shown = all.Skip((Math.Clamp(pageNumber, 1, Math.Max(1, pages)) - 1) * PageSize)
            .Take(PageSize)
            .ToList();
        return new(
            await HitsAsync(shown, form, placed, cancel),
            all.Count,
            pages,
            cases.Count > Most || referrals.Count > Most
        );
    }

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(
        List<Found> shown,
        SearchForm form,
        IQueryable<Guid> placed,
        CancellationToken cancel
    )
    {
        var caseIds = shown.Where(one => one.IsCase).Select(one => (Guid?)one.Id).ToList();
        var referralIds = shown.Where(one => !one.IsCase).Select(one => (Guid?)one.Id).ToList();
        var (place, asksPerson) = (PlaceOf(form), AsksPerson(form));
        var people = await People(form)
            .Where(p => caseIds.Contains(p.CaseId) || referralIds.Contains(p.ReferralId))
            .Where(p => asksPerson || (place != "" && p.SearchAddress.Contains(place)))
            .AsNoTracking()
            .ToListAsync(cancel);
        var places = await db.Set<CasePlace>()
            .AsNoTracking()
            .Where(p =>
                (caseIds.Contains(p.CaseId) && placed.Contains(p.CaseId!.Value))
                || referralIds.Contains(p.ReferralId)
            )
            .Where(p => place != "" && p.SearchText.Contains(place))
            .ToListAsync(cancel);
        var cases = await db.Set<HubCase>()
            .AsNoTracking()
            .Where(c => caseIds.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => (c.Reference, c.Title), cancel);
        var referrals = await db.Set<Referral>()
            .AsNoTracking()
            .Where(r => referralIds.Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, r => (r.Reference, r.Details.Title), cancel);
        return
        [
            .. shown.Select(one =>
            {
                var (reference, title) = one.IsCase ? cases[one.Id] : referrals[one.Id];
                return new SearchHit(
                    one.Id,
                    one.IsCase,
                    reference,
                    title,
                    [
                        .. people
                            .Where(p => (one.IsCase ? p.CaseId : p.ReferralId) == one.Id)
                            .OrderBy(p => p.Id),
                    ],
                    [
                        .. places
                            .Where(p => (one.IsCase ? p.CaseId : p.ReferralId) == one.Id)
                            .Select(p => $"{p.Description} {p.Postcode}".Trim()),
                    ]
                );
            }),
        ];
    }

    /// <summary>
    /// The cases whose places the viewer may know: those open to them, and those that are about nothing but a place, which is
    /// researched before one signs as a person's name is (settled 9).
    /// </summary>
    private IQueryable<Guid> Placed(HubViewer viewer)
    {
        var open = db.Set<HubCase>().OpenTo(viewer, db).Select(c => c.Id);
        return db.Set<HubCase>()
            .Where(c => !c.People.Any() || open.Contains(c.Id))
            .Select(c => c.Id);
    }

    /// <summary>The people who fit by name and birth. Protected values are not in any column searched here.</summary>
    private IQueryable<CasePerson> People(SearchForm form)
    {
        IQueryable<CasePerson> people = db.Set<CasePerson>();
        var (family, familyTyped) = SearchForm.Wanted(form.FamilyName);
        var (given, givenTyped) = SearchForm.Wanted(form.GivenNames);
        if (family.Length > 3)
        {
            // The middle of a name counts from four letters on, so that Jones finds Smith-Jones.
            people = people.WithFamilyNameLike(family, db);
        }
        else if (family.Length > 0)
        {
            people = people.Where(p => p.SearchFamilyName.StartsWith(family));
        }
        else if (familyTyped.Length > 0)
        {
            people = people.Where(p => p.FamilyName == familyTyped);
        }

        if (given.Length > 0)
        {
            people = people.Where(p => p.SearchGivenNames.Contains(given));
        }
        else if (givenTyped.Length > 0)
        {
            people = people.Where(p => p.GivenNames == givenTyped || p.KnownAs == givenTyped);
        }

        return form.DateOfBirth is { } born ? people.Where(p => p.DateOfBirth == born) : people;
    }

    private static bool AsksPerson(SearchForm form) =>
        form.DateOfBirth is not null
        || !string.IsNullOrWhiteSpace(form.FamilyName + form.GivenNames);

    private static string PlaceOf(SearchForm form) => NormalisedName.Of(form.Place);

    private sealed record Found(Guid Id, bool IsCase, DateTime At);
}
