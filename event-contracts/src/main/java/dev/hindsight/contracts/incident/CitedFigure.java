package dev.hindsight.contracts.incident;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure as an imported report cites it: one value, a change from one to another, several values, or values by label
 * (such as an epoch).
 *
 * @param approximate the report itself says that the figure is rough
 */
public record CitedFigure(
        String name,
        @Nullable String unit,
        boolean approximate,
        @Nullable BigDecimal value,
        @Nullable BigDecimal from,
        @Nullable BigDecimal to,
        List<BigDecimal> values,
        Map<String, BigDecimal> valuesByLabel) {}
