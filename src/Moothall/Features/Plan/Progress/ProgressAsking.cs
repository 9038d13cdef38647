using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Plan.Actions;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Jobs;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Progress;

/// <summary>
/// Asks the people of responsible agencies for progress once a period, and reminds them weekly once it is late. One notice a
/// person, however many actions.
/// </summary>
public sealed class ProgressAsking(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<ProgressAsking> log
) : RecurringJob(scopes, clock, log)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    protected override string Name => "asking for progress";

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    protected override async Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<MoothallDb>();
        var notices = services.GetRequiredService<Notices>();
        var today = UkTime.DateOf(Now);
        Dictionary<Guid, (DateOnly Since, bool IsLate)> asked = [];
        foreach (var (plan, action) in await ProgressDuty.ActionsAsync(db, null, null, cancel))
        {
            var standing = ActionStanding.Of(plan, action, today)!;
            if (!standing.Owes)
            {
                continue;
            }

            var since = ProgressPeriod.Of(plan.Details.Reporting, today).First;
            foreach (
                var organisation in action
                    .Agencies.Where(agency => agency.Part == AgencyPart.Responsible)
                    .Select(agency => agency.OrganisationId)
                    .OfType<Guid>()
            )
            {
                var known = asked.GetValueOrDefault(organisation, (since, false));
                asked[organisation] = (
                    known.Item1 > since ? known.Item1 : since,
                    known.Item2 || standing.IsLate(today)
                );
            }
        }

        foreach (var (organisation, (since, isLate)) in asked)
        {
            var about = isLate ? NoticeAbout.ProgressLate : NoticeAbout.ProgressAsked;
            var within = isLate ? Week : Now - UkTime.ToUtc(since, TimeOnly.MinValue);
            foreach (var person in await PeopleAsync(db, organisation, today, cancel))
            {
                if (!await notices.WroteAsync(person, about, within, cancel))
                {
                    notices.Write(person, about, "/Plan/Progress");
                    await db.SaveChangesAsync(cancel);
                }
            }
        }
    }

    // Those who act for a member of the organisation; where nobody does, its people who may answer.
    private static async Task<List<User>> PeopleAsync(
        MoothallDb db,
        Guid organisation,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var acting = db.Set<HubMembership>()
            .Where(member => member.OrganisationId == organisation && member.WithdrawnAt == null)
            .SelectMany(member => member.Representatives)
            .Where(person =>
                person.From <= today && (person.Until == null || person.Until >= today)
            )
            .Select(person => person.UserId);
        var people = await db.Set<User>()
            .Where(user => user.LeftAt == null)
            .Where(user => acting.Contains(user.Id) || user.OrganisationId == organisation)
            .Include(user => user.Grants)
            .ToListAsync(cancel);
        return
        [
            .. people.Where(user =>
                RoleMatrix
                    .Of(
                        user.Grants.Where(grant => grant.IsHeldOn(today))
                            .Select(grant => grant.Role)
                    )
                    .Contains(Permission.GiveProgress)
            ),
        ];
    }
}
