using System.ComponentModel.DataAnnotations;

namespace Fulcrum.Client.Calls;

/// <summary>How long calls wait and how often they are tried.</summary>
public sealed class CallOptions
{
    /// <summary>How long one try waits for its answer.</summary>
    /// <value>Default 30 seconds, bounds 0.1 seconds … 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The same for the import of a federation.</summary>
    /// <value>Default 5 minutes, bounds 0.1 seconds … 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan ImportTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>No further try begins later than this after the first.</summary>
    /// <value>Default 1 minute, bounds 0 … 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan RetryWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Tries of a call, the first included.</summary>
    /// <value>Default 4, bounds 1 … 20.</value>
    [Range(1, 20)]
    public int AttemptsMax { get; set; } = 4;

    /// <summary>Wait before the second try; doubles with each further one, less a random part of up to a half. A longer wait that the engine asks for is kept.</summary>
    /// <value>Default 0.1 seconds, bounds 1 millisecond … 10 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest wait between two tries, unless the engine asks for a longer one.</summary>
    /// <value>Default 5 seconds, bounds 1 millisecond … 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan RetryDelayMax { get; set; } = TimeSpan.FromSeconds(5);
}
