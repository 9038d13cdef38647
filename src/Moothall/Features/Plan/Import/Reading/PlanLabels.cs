using System.Text.RegularExpressions;
using static Moothall.Features.Plan.Import.Reading.PlanField;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>The words that stand over the columns and before the parts of partnerships' plans, and what each means.</summary>
public static partial class PlanLabels
{
    private const int LongestLabel = 60;

    // From the narrowest to the widest: the first that fits is taken.
    private static readonly (PlanField Field, Regex Words)[] Known =
    [
        Label(Reference, "(action |objective |item )?(no|number|ref|reference|id)|item"),
        Label(
            LinkedStrategies,
            "(linked?s?|related|relevant|supporting|aligned|alignment) (to |with )?(other |local |national )?(strateg(y|ies)|plans?|polic(y|ies))( and (plans?|strategies|policies))?|strategic links?|links|strategaethau cysylltiedig"
        ),
        Label(
            Rating,
            "(progress |status |current |action )*(((b )?r a g|brag|rag)( rating| status)?|rating)"
        ),
        Label(
            Measure,
            "(outcome |success |performance |key )*(measures?|indicators?|kpis?|metrics?)( of success)?|success criteria|how (will we|we will|will we know|do we|will it be|will this be|will success be)( measure| know| be measured| measured)?.*|what (will |does |would )?(success|good) looks? like|what difference.*|evidence of success|measures? of success|outcome measures?|impact|expected (outcomes?|impact)|outputs?|targets? and measures?|measured by|mesur(au)?( llwyddiant)?|dangosydd(ion)?|sut (byddwn|fyddwn|y byddwn) ni.*gwybod.*"
        ),
        Label(Baseline, "baselines?( data| position| figure)?"),
        Label(PlanField.Milestones, "(key )?milestones?( and (dates|timescales))?|(key )?stages"),
        Label(
            Resources,
            "(resources?|costs?|budget|funding|finance|resourcing)( required| needed| source| implications| and resources| and funding| cost)?|funded by|funders?|cost and funding"
        ),
        Label(
            PlanField.Evidence,
            "evidence( base)?|tystiolaeth|cefndir|pam.*|rationale|why( is it important| this is important| (it|this) matters| we are doing this| is this a priority| this is a priority)?|reason|background|context|need|(the )?(local |current )*(picture|situation|data|problem)|(our )?definition|what (do we|we)( already)? know( .*)?|what (the |our |local )*(data|evidence|figures|assessment|public|communit(y|ies)|residents?|people|consultation|survey|partners|you)( (has|have|is|are|also))* (told|tells?|said|says?|shows?|shown|showed|telling|saying|thinks?)( .*)?|what (do we mean by|is meant by) .*|what is the (problem|picture|issue|situation|need)|what is (?!(we|being|planned|needed|required|expected|next|to|our|the|success|done|going|going on|happening)\\b).*"
        ),
        Label(
            StartDate,
            "start( date)?|date started|from|commencement( date)?|dyddiad (dechrau|cychwyn)"
        ),
        Label(
            TargetDate,
            "(target |due |completion |complete |end |delivery |finish |expected |estimated |proposed |planned )*dates?( for completion| of completion| due)?|by when|when( by| will.*)?|time ?(scale|frame|line|table)s?|deadlines?|target completion|finish|complete by|to be completed( by)?|due( by)?|by|target for completion|dyddiad( targed| cwblhau)?|amserlen|erbyn( pryd)?"
        ),
        Label(
            Responsible,
            "(strategic |delivery |operational |action |project |overall )?(lead|leads|owner|owners)( agency| agencies| officers?| partners?| organisations?| services?| bod(y|ies)| person| role| department| name| partner agency| responsible| agency officer)*|(responsible|accountable|responsibility)( agency| agencies| officers?| partners?| organisations?| person| lead| body| bodies| for delivery)*|by whom|who( by| will( do| deliver| lead)?( it| this)?| is responsible)?|agency|agencies|organisation|owned by|led by|lead by|person responsible|officer|lead and partners|delivered by|arweinydd|arweinwyr|(asiantaeth|sefydliad|corff|partner) arweiniol|(yn )?gyfrifol|cyfrifoldeb"
        ),
        Label(
            Additional,
            "(additional|other|supporting|support|contributing|key|delivery|partner|involved|wider|associated)( partners?| partner| agency| agencies| organisations?| services?| bodies)+( involved| to support| engaged)?|partners?( involved| agencies| organisations)?|partnership|agencies involved|support|support(ed)? by|working with|in partnership with|others involved|partneriaid( eraill)?|asiantaethau eraill"
        ),
        Label(
            Strand,
            "strands?|work ?streams?|pillars?|sub ?themes?|focus( areas?)?|areas? of focus|4ps?|approach"
        ),
        Label(
            Aim,
            "(our |the |strategic |key |overall )*(aims?|objectives?|outcomes?|ambitions?|goals?|purpose|vision)( and objectives| of the priority)?|what (do )?we want to( achieve| do)?|what are we trying to achieve|what (is|are) (our|the) (aims?|objectives?|goals?|ambitions?|vision)|intended outcomes?|outcomes? (we )?(want|wanted|sought)|desired outcomes?|(ein )?(nod|nodau|amcan|amcanion|canlyniad|canlyniadau)"
        ),
        Label(
            Priority,
            "(csp|strategic|local|plan|key|community safety|partnership|linked|relevant|related|links? to|our|main)*( ?(priorit(y|ies)|themes?|priority ies))( priorit(y|ies))?( met| areas?| addressed| supported| links?| no| name| themes?| or theme| theme)*|(ein )?(blaenoriaeth|blaenoriaethau|thema|themâu)"
        ),
        // What was done is told before what will be.
        Label(
            PlanField.Progress,
            "(what (have we|we have|we|has been|has the partnership|did we|partners have)( already| been)* (did|done|do last year|achieve|achieved|deliver(ed)?)( .*)?|(our |key |last year's )*(achievements|successes)( .*)?|you said we did)"
        ),
        Label(
            PlanField.Action,
            "(key |main |planned |proposed |priority |delivery |our |agreed |specific |strategic |smart |joint )*(actions?|activit(y|ies)|tasks?|deliverables?|interventions?|commitments?|initiatives?|projects?)( (to|required|needed|description|points?|and|we|planned|agreed|for|detail|details|of|summary|name|or) ?.*)?|action plan|what (we|will we|are we|you|do we|needs?|action|the partnership|partners|is being|is planned|is to be) ?.*|what|how (will we|we will|are we|will this be|it will be) (do|deliver|achieve|delivered|achieved|done|going).*|we will|steps( to be taken)?|description( of action)?|to do|(cam|camau)( gweithredu)?|gweithred(u|oedd)?|gweithgaredd(au)?|beth (fyddwn|byddwn|y byddwn) ni.*gwneud.*"
        ),
        Label(
            PlanField.Progress,
            "(latest |current |progress |quarterly |q[1-4] |action )*(progress|updates?|position|status|comments?|notes?|commentary)( q(uarter )?[1-4]| to date| report| update| made| so far| and comments| notes)*|cynnydd|diweddariad(au)?|statws|sylwadau"
        ),
    ];

    /// <summary>What a line or a heading of a column means; nothing where it is no label.</summary>
    public static PlanField? Of(string text)
    {
        var words = Words(text);
        return words.Length is 0 or > LongestLabel
            ? null
            : Known
                .Where(one => one.Words.IsMatch(words))
                .Select(one => (PlanField?)one.Field)
                .FirstOrDefault();
    }

    /// <summary>A line that begins with its label: "Lead: Police". Nothing where it does not.</summary>
    public static (PlanField Field, string Value)? Inline(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return
            colon is > 1 and < LongestLabel
            && colon + 1 < text.Length
            && text[colon + 1] is ' ' or '\t'
            && Of(text[..colon]) is { } field
            ? (field, text[(colon + 1)..].Trim())
            : null;
    }

    /// <summary>Whether a line leads in what follows, within the value of a label: "Strategic priority/ies:".</summary>
    public static bool IsLeadIn(string text) => text.EndsWith(':') && Of(text) is not null;

    private static string Words(string text)
    {
        var plain = Brackets()
            .Replace(FirstNumber().Replace(text, ""), " ")
            .Replace("&", " and ", StringComparison.Ordinal)
            .Replace('’', '\'')
            .Replace("'ll ", " will ", StringComparison.OrdinalIgnoreCase)
            .Replace("'ve ", " have ", StringComparison.OrdinalIgnoreCase)
            .Replace("'re ", " are ", StringComparison.OrdinalIgnoreCase)
            .Replace("What's ", "What is ", StringComparison.OrdinalIgnoreCase);
        var words = Spaces()
            .Replace(NoLetters().Replace(plain, " "), " ")
            .Trim()
            .ToLowerInvariant();
        return LastNumber().Replace(words, "");
    }

    private static (PlanField Field, Regex Words) Label(PlanField field, string words) =>
        (
            field,
            new Regex(
                $@"^({words})\z",
                RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(1)
            )
        );

    [GeneratedRegex(@"\([^()]{0,60}\)", RegexOptions.None, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[^\p{L}\p{Nd}’']+", RegexOptions.None, 1000)]
    private static partial Regex NoLetters();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    // "2.1 What we will do" is the label without its number.
    [GeneratedRegex(
        @"^[0-9]{1,2}(\.[0-9]{1,2})*[.)]?\s+(?=\p{L})",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FirstNumber();

    // "Action 12" and "Action 1.2" are the label "Action".
    [GeneratedRegex(@"( [0-9]+)+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastNumber();
}
