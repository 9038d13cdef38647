namespace Moothall.Platform.Ui.Controls;

/// <summary>The controls of a page in the order they were drawn, so that the error summary follows the page and its links find the controls.</summary>
internal sealed class FormOrder
{
    private readonly Dictionary<string, (int Place, string Id)> controls = new(
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether the page has placed the error summary; the layout does otherwise.</summary>
    public bool SummaryPlaced { get; set; }

    public static FormOrder Of(HttpContext context)
    {
        if (context.Items[typeof(FormOrder)] is FormOrder known)
        {
            return known;
        }
        var order = new FormOrder();
        context.Items[typeof(FormOrder)] = order;
        return order;
    }

    public void Add(string key, string id) => controls.TryAdd(key, (controls.Count, id));

    /// <summary>Place on the page; errors of no control come last.</summary>
    public int PlaceOf(string key) =>
        controls.TryGetValue(key, out var control) ? control.Place : int.MaxValue;

    /// <summary>Element to go to; null where the page has no such control.</summary>
    public string? IdOf(string key) =>
        controls.TryGetValue(key, out var control) ? control.Id : null;
}
