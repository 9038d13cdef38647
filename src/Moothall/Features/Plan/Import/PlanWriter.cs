using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Features.Plan.Measures;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Data;
using Moothall.Platform.Spelling;
using static Moothall.Features.Plan.Import.ActionParts;

namespace Moothall.Features.Plan.Import;

/// <summary>Makes a plan, in preparation, of what was read and looked at. The caller saves.</summary>
public sealed class PlanWriter(MoothallDb db)
{
    /// <summary>Writes the plan; priorities that the partnership has already are the same ones.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="now">Now in UTC.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<PartnershipPlan> WriteAsync(
        PlanReading reading,
        DateTime now,
        CancellationToken cancel
    )
    {
        var period = (reading.Period.From, reading.Period.Until);
        var plan = new PartnershipPlan
        {
            Details = new()
            {
                Title = Cut(reading.Title, 200),
                From = period.From,
                Until = period.Until,
                Template = reading.Strands.Any() ? PlanTemplate.Matrix : PlanTemplate.Flat,
            },
        };
        db.Add(plan);
        var known = await db.Set<Priority>().ToListAsync(cancel);
        var priorities = new Dictionary<ReadPriority, PlanPriority>();
        var strands = new Dictionary<ReadStrand, PlanStrand>();
        foreach (var read in reading.Priorities)
        {
            priorities[read] = Write(
                plan,
                read,
                PriorityOf(read, PrioritySource.Partnership, known, period, plan),
                strands
            );
        }

        // The plan is where they are published for this partnership, so they are offered once it is in force.
        foreach (var read in reading.Commissioners)
        {
            PriorityOf(read, PrioritySource.LocalPolicingBody, known, (null, null), plan);
        }

        foreach (var action in reading.Actions)
        {
            plan.Actions.Add(Write(plan, action, priorities, strands, now));
        }

        return plan;
    }

    private PlanPriority Write(
        PartnershipPlan plan,
        ReadPriority read,
        Priority priority,
        Dictionary<ReadStrand, PlanStrand> strands
    )
    {
        var written = new PlanPriority
        {
            PlanId = plan.Id,
            PriorityId = priority.Id,
            Order = plan.Priorities.Count + 1,
            Aim = Cut(read.Aim, 2000),
        };
        written.Measures.AddRange(
            read.Measures.Select(line => new PlanMeasure
            {
                Details = new() { Name = Cut(line, 2000) },
            })
        );
        plan.Priorities.Add(written);
        foreach (var lead in read.Leads)
        {
            written.Leads.Add(
                new()
                {
                    PlanPriorityId = written.Id,
                    Order = written.Leads.Count + 1,
                    Words = Cut(lead.Words, 300),
                    OrganisationId = lead.OrganisationId,
                }
            );
        }

        foreach (var strategy in read.Strategies)
        {
            written.Strategies.Add(
                new()
                {
                    PlanPriorityId = written.Id,
                    StrategyId = StrategyOf(plan, strategy).Id,
                    Order = written.Strategies.Count + 1,
                    Objectives = Cut(string.Join('\n', strategy.Objectives), 4000),
                }
            );
        }

        foreach (var strand in read.Strands)
        {
            strands[strand] = new()
            {
                PlanPriorityId = written.Id,
                Order = written.Strands.Count + 1,
                Name = Cut(strand.Name, 150),
                Sentence = Cut(strand.Sentence, 1000),
            };
            written.Strands.Add(strands[strand]);
        }

        return written;
    }

    private static PlanAction Write(
        PartnershipPlan plan,
        ReadAction read,
        Dictionary<ReadPriority, PlanPriority> priorities,
        Dictionary<ReadStrand, PlanStrand> strands,
        DateTime now
    )
    {
        var action = new PlanAction
        {
            PlanId = plan.Id,
            Number = plan.Actions.Count + 1,
            StrandId = read.Strand is { } strand ? strands[strand].Id : null,
            Details = new()
            {
                Text = Cut(read.Text, 2000),
                Reference = Cut(
                    More(read, PlanField.Reference),
                    PlanActionDetails.LongestReference
                ),
                Rationale = Cut(
                    Lines(
                        read.Rationale,
                        More(read, PlanField.Aim),
                        More(read, PlanField.Evidence)
                    ),
                    4000
                ),
            },
        };
        Add(action, read, now);
        action.Aim(read.Target, read.ReviewOn);
        foreach (
            var (part, agencies) in new[]
            {
                (AgencyPart.Responsible, read.Responsible),
                (AgencyPart.Additional, read.Additional),
            }
        )
        {
            foreach (var agency in agencies)
            {
                action.Agencies.Add(
                    new()
                    {
                        PlanActionId = action.Id,
                        Part = part,
                        Order = action.Agencies.Count + 1,
                        Words = Cut(agency.Words, 300),
                        OrganisationId = agency.OrganisationId,
                        IsClass = agency.IsClass,
                    }
                );
            }
        }

        foreach (var priority in read.Priorities)
        {
            action.Priorities.Add(
                new() { PlanActionId = action.Id, PlanPriorityId = priorities[priority].Id }
            );
        }

        return action;
    }

    private Priority PriorityOf(
        ReadPriority read,
        PrioritySource source,
        List<Priority> known,
        (DateOnly? From, DateOnly? Until) period,
        PartnershipPlan plan
    )
    {
        var priority = known.Find(one => one.Id == read.Known?.Id);
        if (priority is null)
        {
            priority = new()
            {
                Name = Cut(read.Name, 150),
                Abbreviation = read.Abbreviation,
                Source = source,
                PublishedIn = plan.Details.Title,
                BroughtByPlanId = plan.Id,
                From = period.From,
                Until = period.Until,
            };
            db.Add(priority);
        }

        if (priority.Definition.Length == 0)
        {
            priority.Definition = Cut(read.Definition, 1000);
        }

        return priority;
    }

    private static LinkedStrategy StrategyOf(PartnershipPlan plan, ReadStrategy read)
    {
        var title = Cut(read.Title, 200);
        var known = plan.Strategies.Find(one => Key(one.Title) == Key(title));
        if (known is null)
        {
            known = new()
            {
                PlanId = plan.Id,
                Title = title,
                FromYear = read.FromYear,
                UntilYear = read.UntilYear,
            };
            plan.Strategies.Add(known);
        }

        return known;
    }

    private static string Key(string name) =>
        FoldedText.Letters(name.Replace("&", " and ", StringComparison.Ordinal));
}
