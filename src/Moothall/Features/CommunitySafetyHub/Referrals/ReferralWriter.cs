using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>Makes a referral of a filled-in form, or brings a returned one up to date.</summary>
public sealed class ReferralWriter(
    MoothallDb db,
    ReferralChoices choices,
    ReferralRows rows,
    KnownPeople known,
    TimeProvider clock
)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Puts what is wrong beside the fields. Choices that were never offered are wrong, whoever posts them.</summary>
    public async Task<bool> CheckAsync(
        ReferralForm form,
        ModelStateDictionary state,
        Referral? earlier,
        CancellationToken cancel
    )
    {
        var ids = earlier?.People.ConvertAll(person => person.Id) ?? [];
        var held = await db.Set<ProtectedValue>()
            .Where(value => ids.Contains(value.PersonId))
            .Select(value => new { value.PersonId, value.Kind })
            .ToListAsync(cancel);
        var problems = ReferralChecks
            .Of(
                form,
                UkTime.Today(clock),
                Held(ProtectedKind.Address),
                Held(ProtectedKind.Telephone)
            )
            .Concat(OfChoices(form));
        foreach (var problem in problems)
        {
            var key = $"Input.{problem.Field}";
            // What the field itself could not read is said already, and says more.
            if (state.GetFieldValidationState(key) != ModelValidationState.Invalid)
            {
                state.AddModelError(key, problem.Message);
            }
        }

        NamePeople(form, state);
        return state.IsValid;

        HashSet<Guid> Held(ProtectedKind kind) =>
            [.. held.Where(value => value.Kind == kind).Select(value => value.PersonId)];
    }

    // What a field could not read says which person it is about too: the summary stands far from the field.
    private static void NamePeople(ReferralForm form, ModelStateDictionary state)
    {
        for (var index = 0; form.People.Count > 1 && index < form.People.Count; index++)
        {
            var whose = $"Person {index + 1}: ";
            foreach (
                var errors in state
                    .FindKeysWithPrefix($"Input.People[{index}]")
                    .Select(entry => entry.Value.Errors)
            )
            {
                for (var at = 0; at < errors.Count; at++)
                {
                    if (!errors[at].ErrorMessage.StartsWith(whose, StringComparison.Ordinal))
                    {
                        errors[at] = new(whose + errors[at].ErrorMessage);
                    }
                }
            }
        }
    }

    private IEnumerable<FormProblem> OfChoices(ReferralForm form)
    {
        if (choices.Hubs.All(hub => hub.Id != BodyOf(form)))
        {
            yield return new("BodyId", "Choose the hub");
        }

        if (choices.Organisations.All(one => one.Id != OrganisationOf(form)))
        {
            yield return new("OrganisationId", "Choose the organisation that refers");
        }
        else if (IsForAnother(form) && form.ReceivedFrom.Length == 0)
        {
            yield return new("ReceivedFrom", "Say who told you, and how");
        }

        if (form.TopicIds.Any(id => choices.Topics.All(topic => topic.Id != id)))
        {
            yield return new("PrimaryTopicId", "Choose the topics from the list");
        }
    }

    /// <summary>The hub chosen, or the only one.</summary>
    public Guid? BodyOf(ReferralForm form) => form.BodyId ?? choices.Hubs.FirstOrDefault()?.Id;

    /// <summary>Makes a new referral; the form has been checked.</summary>
    public async Task<Referral> CreateAsync(ReferralForm form, CancellationToken cancel)
    {
        var now = Now;
        var referral = new Referral
        {
            BodyId = BodyOf(form)!.Value,
            Reference = await NewReferenceAsync(now, cancel),
            OrganisationId = OrganisationOf(form)!.Value,
            ReferredById = choices.Viewer.UserId,
            ReferredByName = choices.Viewer.Name,
            // Also a service of the team's own organisation may have told it, so what is written is kept.
            ReceivedFrom = choices.MayReferForOthers ? form.ReceivedFrom : "",
            Details = form.Details,
            SubmittedAt = now,
        };
        db.Add(referral);
        await FillAsync(referral, form, now, cancel);
        return referral;
    }

    /// <summary>Brings a returned referral up to date and sends it again; it counts from now, against the meetings as now planned.</summary>
    public async Task SendAgainAsync(Referral referral, ReferralForm form, CancellationToken cancel)
    {
        referral.Details = form.Details;
        referral.Status = ReferralStatus.Submitted;
        var kept = form.People.Select(person => person.Id).ToHashSet();
        var gone = referral.People.Where(person => !kept.Contains(person.Id)).ToList();
        var goneIds = gone.ConvertAll(person => person.Id);
        var protectedOnes = await db.Set<ProtectedValue>()
            .Include(value => value.Readers)
            .Where(value => goneIds.Contains(value.PersonId))
            .ToListAsync(cancel);
        var undecided = await db.Set<ReferralMatch>()
            .Where(match =>
                match.ReferralId == referral.Id
                && (match.IsSame == null || goneIds.Contains(match.PersonId))
            )
            .ToListAsync(cancel);
        db.RemoveRange(protectedOnes);
        db.RemoveRange(undecided);
        db.RemoveRange(gone);
        referral.People.RemoveAll(gone.Contains);
        db.RemoveRange(referral.Places);
        referral.Places.Clear();
        referral.Topics.Clear();
        await FillAsync(referral, form, Now, cancel);
    }

    private async Task FillAsync(
        Referral referral,
        ReferralForm form,
        DateTime now,
        CancellationToken cancel
    )
    {
        referral.PrimaryTopicId = form.PrimaryTopicId;
        var topics = form.TopicIds.ToList();
        referral.Topics.AddRange(
            await db.Set<Topic>().Where(topic => topics.Contains(topic.Id)).ToListAsync(cancel)
        );
        await FillPeopleAsync(referral, form, cancel);
        var places = ReferralRows.Places(referral.Id, form.Places).ToList();
        referral.Places.AddRange(places);
        db.AddRange(places);
        var meeting = await MeetingsAhead.DecideAsync(db, referral.BodyId, now, cancel);
        MeetingsAhead.Fix(referral, meeting, choices.Viewer.Name, now);
        db.AddRange(referral.Sendings.Where(sending => sending.At == now));
        var resolved = await db.Set<ReferralMatch>()
            .AsNoTracking()
            .Where(match => match.ReferralId == referral.Id && match.IsSame != null)
            .Select(match => new { match.PersonId, match.KnownPersonId })
            .ToListAsync(cancel);
        var found = await KnownSearch.FindAsync(
            db,
            known,
            referral.Id,
            referral.People,
            now,
            cancel
        );
        db.AddRange(
            found.Where(match => !resolved.Contains(new { match.PersonId, match.KnownPersonId }))
        );
    }

    private async Task FillPeopleAsync(
        Referral referral,
        ReferralForm form,
        CancellationToken cancel
    )
    {
        foreach (var (order, row) in form.People.Where(row => !row.IsEmpty).Index())
        {
            // An identifier that is not of this referral's own people is nobody's: the row is a new person.
            var person = referral.People.Find(one => one.Id == row.Id);
            if (person is null)
            {
                person = ReferralRows.NewPerson(referral.Id);
                referral.People.Add(person);
                db.Add(person);
            }

            person.Order = order;
            var held = await db.Set<ProtectedValue>()
                .Include(value => value.Readers)
                .Where(value => value.PersonId == person.Id)
                .ToListAsync(cancel);
            KeepProtected(row, held);
            var readers = held.SelectMany(value => value.Readers).Select(reader => reader.UserId);
            var values = rows.Write(row, person, [choices.Viewer.UserId, .. readers]);
            var kinds = values.Select(value => value.Kind).ToHashSet();
            db.RemoveRange(held.Where(value => kinds.Contains(value.Kind)));
            db.AddRange(person.Telephones);
            db.AddRange(values);
        }
    }

    // What was once kept from someone stays so: a correction that forgot the tick must not open it.
    private static void KeepProtected(PersonForm row, List<ProtectedValue> held)
    {
        row.AddressIsProtected |= held.Exists(value => value.Kind == ProtectedKind.Address);
        row.TelephonesAreProtected |= held.Exists(value => value.Kind == ProtectedKind.Telephone);
        if (row.ProtectedBecause.Length == 0)
        {
            row.ProtectedBecause = held.FirstOrDefault()?.Why ?? "";
        }
    }

    private Guid? OrganisationOf(ReferralForm form) =>
        choices.MayReferForOthers
            ? form.OrganisationId ?? choices.Viewer.OrganisationId
            : choices.Viewer.OrganisationId;

    private bool IsForAnother(ReferralForm form) =>
        OrganisationOf(form) != choices.Viewer.OrganisationId;

    private async Task<string> NewReferenceAsync(DateTime now, CancellationToken cancel)
    {
        while (true)
        {
            var reference = HumanReference.Generate("REF", UkTime.DateOf(now).Year);
            if (!await db.Set<Referral>().AnyAsync(r => r.Reference == reference, cancel))
            {
                return reference;
            }
        }
    }
}
