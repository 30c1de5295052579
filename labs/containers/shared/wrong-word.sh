echo answer memory
